"""Checks both files of a model folder with the ONNX reference checker: python3 check_onnx.py MODEL_FOLDER

Needs Debian's python3-onnx. Exits with an error unless both files pass the full check and declare opset 17 and IR 8.
"""

import sys

import onnx

for name in ("generator.onnx", "recognizer.onnx"):
    model = onnx.load(f"{sys.argv[1]}/{name}")
    onnx.checker.check_model(model, full_check=True)
    opset = {entry.domain: entry.version for entry in model.opset_import}
    assert (model.ir_version, opset) == (8, {"": 17}), (model.ir_version, opset)
    print(f"{name}: full check passed, IR {model.ir_version}, opset {opset['']}")
