using InfoGanMl.CommandLine;
using InfoGanMl.Train;
using InfoGanMl.Train.Verbs;

var shell = new Shell(
    ProgramNames.Train,
    "Trains InfoGANs and judges, and exports them to ONNX. The infogan program prepares pictures and scores what was trained.",
    [new TrainVerb(), new JudgeVerb(), new RunsVerb()],
    Remedies.For
);
return await shell.RunAsync(args, ProgramConsole.OfProcess());
