// Runs both files of a run folder in onnxruntime-node and compares them with TorchSharp's reference outputs:
//   npm install --ignore-scripts onnxruntime-node@1.30 && node check-node.mjs RUN_FOLDER
// Exits with an error when an output differs by more than 1e-4.
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import ort from "onnxruntime-node";

const run = process.argv[2];
let worst = 0;

for (const graph of ["generator", "recognizer"]) {
  const session = await ort.InferenceSession.create(join(run, "model", `${graph}.onnx`));
  for (const batch of readdirSync(join(run, "references", graph))) {
    const folder = join(run, "references", graph, batch);
    const tensors = Object.fromEntries(readdirSync(folder).map((file) => [basename(file, ".npy"), readNpy(join(folder, file))]));
    const inputs = Object.fromEntries(session.inputNames.map((name) => [name, tensors[name]]));
    const outputs = await session.run(inputs);
    for (const name of session.outputNames) {
      const difference = outputs[name].data.reduce((most, value, i) => Math.max(most, Math.abs(value - tensors[name].data[i])), 0);
      worst = Math.max(worst, difference);
      console.log(`${graph} ${name} at batch ${batch}: ${difference.toExponential(1)}`);
    }
  }
}

console.log(`largest difference ${worst.toExponential(1)}`);
process.exit(worst <= 1e-4 ? 0 : 1);

// NumPy format 1.0, row-major float32, as training writes it.
function readNpy(path) {
  const file = readFileSync(path);
  const start = 10 + file.readUInt16LE(8);
  const shape = /'shape': \(([^)]*)\)/.exec(file.toString("latin1", 10, start))[1].split(",").filter(Boolean).map(Number);
  return new ort.Tensor("float32", new Float32Array(file.buffer.slice(file.byteOffset + start, file.byteOffset + file.length)), shape);
}
