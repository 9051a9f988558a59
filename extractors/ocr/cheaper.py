"""The networks rewritten for what the runtime does fast: the same sums in another order, or products in eight bits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractors.ocr.model_file import ModelFile, node, whole_numbers

Weight = NDArray[np.float32]
# Channels are worked on by sixteens; a layer with another number of them is copied from one order to another and back.
CHANNELS: Final = 16
MOST: Final = 127
LEAST: Final = 1e-8
ROWS: Final = (0, 2, 3, 1)
PLANES: Final = (0, 3, 1, 2)


class _Padded(NamedTuple):
    """Where a value's channels are among the `channels` it has been given; the others are zero."""

    at: NDArray[np.intp]
    channels: int


def fill_channels(model: ModelFile) -> None:
    """The first layers, up to the first one by channel, with zeros for channels up to a multiple of sixteen."""
    padded: dict[str, _Padded] = {}
    for step in model.nodes:
        before = padded.get(step.input[0]) if step.input else None
        if step.op == "Conv":
            weight = model.weight(step.input[1])
            if weight is None or whole_numbers(step, "group") != [1]:
                return
            if before:
                weight = _spread(weight, before, axis=1)
            count = len(weight)
            full = -(-count // CHANNELS) * CHANNELS
            if full != count:
                after = padded[step.output[0]] = _Padded(np.arange(count), full)
                weight = _spread(weight, after, axis=0)
            model.put_weight(step.input[1], weight)
        elif before and step.op == "Add" and (bias := model.weight(step.input[1])) is not None:
            model.put_weight(step.input[1], _spread(bias, before, axis=1))
            padded[step.output[0]] = before
        elif before and step.op in ("Identity", "Relu", "MaxPool"):
            padded[step.output[0]] = before
        elif before and step.op == "Concat":
            parts = [padded[name] for name in step.input]
            starts = np.cumsum([0, *(part.channels for part in parts)])
            at = np.concatenate([part.at + start for part, start in zip(parts, starts, strict=False)])
            padded[step.output[0]] = _Padded(at, int(starts[-1]))


def _spread(weight: Weight, to: _Padded, axis: int) -> Weight:
    shape = list(weight.shape)
    shape[axis] = to.channels
    wider = np.zeros(shape, np.float32)
    wider[(slice(None),) * axis + (to.at,)] = weight
    return wider


def gate_once(model: ModelFile) -> None:
    """`x + x * s` as `x * (1 + s)`: two passes over a large value become one."""
    makers = {name: step for step in model.nodes for name in step.output}

    def origin(name: str) -> str:
        while name in makers and makers[name].op == "Identity":
            name = makers[name].input[0]
        return name

    model.put_weight("one", np.ones((1, 1, 1, 1), np.float32))
    steps: list[Any] = []
    for step in model.nodes:
        product = makers.get(origin(step.input[1])) if step.op == "Add" else None
        if product is None or product.op != "Mul" or origin(product.input[0]) != origin(step.input[0]):
            steps.append(step)
            continue
        factor = f"{step.output[0]}.factor"
        steps.append(node("Add", [product.input[1], "one"], factor))
        steps.append(node("Mul", [step.input[0], factor], step.output[0]))
    model.replace_nodes(steps)


def in_eight_bits(model: ModelFile, wanted: Callable[[int, int], bool]) -> None:
    """Layers that are one large matrix product, of as many inputs and outputs as are `wanted`, worked out in bytes.

    Weights have a scale for each output. A layer's input is scaled anew each time by its own least and largest value:
    scales that were set once on sample lines read one line in seven otherwise than before, these one in thirty.
    """
    users = model.users()
    done: set[str] = set()
    steps: list[Any] = []
    for step in model.nodes:
        if step.output[0] in done:
            continue
        weight = _matrix(model, step)
        if weight is None or not wanted(*weight.shape):
            steps.append(step)
            continue
        (after, *others) = users[step.output[0]]
        bias = model.weight(after.input[1]) if after.op == "Add" and not others else None
        out, name = step.output[0], step.output[0]
        if bias is not None:
            out = after.output[0]
            done.add(out)
        scale = np.maximum(np.abs(weight).max(axis=0), LEAST) / np.float32(MOST)
        model.put_weight(f"{name}.bytes", np.clip(np.round(weight / scale), -MOST, MOST).astype(np.int8))
        model.put_weight(f"{name}.scale", scale.astype(np.float32))
        model.put_weight(f"{name}.bias", np.zeros(len(scale), np.float32) if bias is None else bias.reshape(-1))
        inputs = [f"{name}.bytes", f"{name}.scale", "", f"{name}.bias"]
        if step.op == "MatMul":
            steps.append(node("DynamicQuantizeMatMul", [step.input[0], *inputs], out, "com.microsoft"))
            continue
        steps.append(node("Transpose", [step.input[0]], f"{name}.rows", perm=ROWS))
        steps.append(node("DynamicQuantizeMatMul", [f"{name}.rows", *inputs], f"{name}.product", "com.microsoft"))
        steps.append(node("Transpose", [f"{name}.product"], out, perm=PLANES))
    model.need_operators("com.microsoft", 1)
    model.replace_nodes(steps)


def _matrix(model: ModelFile, step: Any) -> Weight | None:
    """The weights (inputs x outputs) of a layer that is one matrix product at each place, None for any other."""
    weight = model.weight(step.input[1]) if step.op in ("Conv", "MatMul") else None
    if weight is None or step.op == "MatMul":
        return weight
    plain = (
        weight.shape[2:] == (1, 1) and whole_numbers(step, "group") == [1] and whole_numbers(step, "strides") == [1, 1]
    )
    return weight.reshape(weight.shape[:2]).T if plain else None


def without_softmax(model: ModelFile) -> None:
    """The last layer's own figures instead of chances: of 18,710 chances a place only the best one's is asked for."""
    steps = model.nodes
    last = steps.pop()
    if last.op != "Softmax":
        return
    steps.append(node("Identity", [last.input[0]], last.output[0]))
    model.replace_nodes(steps)
