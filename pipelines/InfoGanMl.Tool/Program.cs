using InfoGanMl.CommandLine;
using InfoGanMl.Tool;
using InfoGanMl.Tool.Verbs;

var shell = new Shell(
    ProgramNames.Tool,
    "Brings images into shape, and scores trained InfoGANs. Training is done by infogan-train.",
    [new DataVerb(), new PrepareVerb(), new EvaluateVerb(), new TabulateVerb()],
    Remedies.For
);
return await shell.RunAsync(args, ProgramConsole.OfProcess());
