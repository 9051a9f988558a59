"""A network's file (ONNX, a protocol buffer) opened far enough to change some of its nodes; all else is kept as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from numpy.typing import NDArray

# The messages, and of each the fields that are used here: number, name, type (a message's name, or one of protobuf's),
# with a star where there may be many. From onnx.proto of ONNX 1.19; what is not named stays in a message unread.
_MESSAGES: Final = {
    "Tensor": ("1 dims int64*", "2 data_type int32", "4 floats float*", "8 name string", "9 raw bytes"),
    "Attribute": ("1 name string", "3 i int64", "8 ints int64*", "20 type int32"),
    "Node": ("1 input string*", "2 output string*", "4 op string", "5 attribute Attribute*", "7 domain string"),
    "Graph": ("1 node Node*", "5 initializer Tensor*"),
    "OperatorSet": ("1 domain string", "2 version int64"),
    "Model": ("7 graph Graph", "8 operator_set OperatorSet*"),
}
_TYPES: Final = {"float": 2, "int64": 3, "int32": 5, "string": 9, "message": 11, "bytes": 12}
_NUMBERS: Final = {np.dtype(np.float32): 1, np.dtype(np.int8): 3}
_INTS: Final = 7


def _classes() -> dict[str, Any]:
    file = descriptor_pb2.FileDescriptorProto(name="heyan/model_file.proto", package="heyan", syntax="proto2")
    for message, fields in _MESSAGES.items():
        described = file.message_type.add(name=message)
        for number, name, kind in map(str.split, fields):
            field = described.field.add(name=name, number=int(number), label=3 if kind.endswith("*") else 1)
            field.type = _TYPES.get(kind.rstrip("*"), _TYPES["message"])
            if kind.rstrip("*") in _MESSAGES:
                field.type_name = f".heyan.{kind.rstrip('*')}"
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return {name: message_factory.GetMessageClass(pool.FindMessageTypeByName(f"heyan.{name}")) for name in _MESSAGES}


_CLASSES: Final = _classes()


class ModelFile:
    """The nodes of a network in the order they are worked out, and its weights by name."""

    def __init__(self, content: bytes) -> None:
        self._model = _CLASSES["Model"].FromString(content)
        self._weights = {weight.name: weight for weight in self._model.graph.initializer}

    @property
    def content(self) -> bytes:
        return bytes(self._model.SerializeToString())

    @property
    def nodes(self) -> list[Any]:
        """Messages with `op`, `input`, `output`, `attribute`."""
        return list(self._model.graph.node)

    def replace_nodes(self, nodes: Sequence[Any]) -> None:
        kept = [_CLASSES["Node"].FromString(node.SerializeToString()) for node in nodes]
        del self._model.graph.node[:]
        self._model.graph.node.extend(kept)

    def users(self) -> dict[str, list[Any]]:
        """The nodes that each value goes into."""
        found: dict[str, list[Any]] = {}
        for node in self._model.graph.node:
            for name in node.input:
                found.setdefault(name, []).append(node)
        return found

    def weight(self, name: str) -> NDArray[np.float32] | None:
        """A float32 weight, None where `name` is none."""
        tensor = self._weights.get(name)
        if tensor is None or tensor.data_type != _NUMBERS[np.dtype(np.float32)]:
            return None
        flat = np.frombuffer(tensor.raw, np.float32) if tensor.raw else np.array(tensor.floats, np.float32)
        return flat.reshape(tuple(tensor.dims))

    def put_weight(self, name: str, values: NDArray[np.generic]) -> None:
        """Set the weight of that name, a new one if there is none."""
        tensor = self._weights.get(name)
        if tensor is None:
            tensor = self._weights[name] = self._model.graph.initializer.add(name=name)
        del tensor.dims[:], tensor.floats[:]
        tensor.dims.extend(values.shape)
        tensor.data_type = _NUMBERS[values.dtype]
        tensor.raw = np.ascontiguousarray(values).tobytes()

    def need_operators(self, domain: str, version: int) -> None:
        if all(known.domain != domain for known in self._model.operator_set):
            self._model.operator_set.add(domain=domain, version=version)


def node(op: str, inputs: Sequence[str], output: str, domain: str = "", **ints: Sequence[int]) -> Any:
    """A node with one output and attributes that are lists of whole numbers."""
    made = _CLASSES["Node"](op=op, input=inputs, output=[output], domain=domain)
    for name, values in ints.items():
        made.attribute.add(name=name, ints=values, type=_INTS)
    return made


def whole_numbers(found: Any, name: str) -> list[int]:
    """An attribute of a node: its list of whole numbers, or a list of its one; empty where it has none of that name."""
    for attribute in found.attribute:
        if attribute.name == name:
            return list(attribute.ints) if attribute.type == _INTS else [attribute.i]
    return []
