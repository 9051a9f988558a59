"""ONNX Runtime sessions, set up for one page at a time in one worker process per core."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from models.errors import EngineError

Tensor = NDArray[np.float32]


class Session:
    """A model with one input and one output, float32 both.

    Threads do not spin while they wait and the memory arena is off: with several workers on few cores spinning steals
    their time, and pages of ever new sizes would let the arena grow without end.
    """

    def __init__(self, model: Path | bytes, threads: int = 1, name: str = "") -> None:
        """`model` is a file, or the content of one that has a `name`."""
        self.name = name if isinstance(model, bytes) else model.stem
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = onnxruntime.InferenceSession(
                model if isinstance(model, bytes) else os.fspath(model), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the runtime's own exception classes are not public
            told = name if isinstance(model, bytes) else model
            raise EngineError(f"无法载入文字识别模型 {told}：{error}") from error
        self._input = self._session.get_inputs()[0].name

    def run(self, tensor: Tensor) -> Tensor:
        try:
            (result,) = self._session.run(None, {self._input: tensor})
        except Exception as error:
            raise EngineError(f"文字识别模型运行失败：{error}") from error
        return np.asarray(result, dtype=np.float32)

    def metadata(self, key: str) -> str:
        """An entry of the model's own metadata; EngineError when the model carries none of that name."""
        entries = self._session.get_modelmeta().custom_metadata_map
        if key not in entries:
            raise EngineError(f"文字识别模型缺少元数据 {key}；请重新安装 requirements.lock 中的版本。")
        return str(entries[key])
