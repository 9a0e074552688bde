using InfoGanMl.CommandLine;
using InfoGanMl.Datasets;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Recipes;
using InfoGanMl.Train.Verbs;
using InfoGanMl.Train;
using InfoGanMl.Training.Runs;
using InfoGanMl.Training;
using System.CommandLine;
using System.Globalization;

var shell = new Shell(
    ProgramNames.Train,
    "Trains InfoGANs and judges, and exports them to ONNX. The infogan program prepares pictures and scores what was trained.",
    [new TrainVerb(), new JudgeVerb(), new RunsVerb()],
    Remedies.For
);
return await shell.RunAsync(args, ProgramConsole.OfProcess());
