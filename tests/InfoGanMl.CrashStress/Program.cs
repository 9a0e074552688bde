// Interrupts small trainings, lets them go on and compares their ends; exit code 1 when a run is lost or ends differently.
using System.CommandLine;
using InfoGanMl.CrashStress;

if (args is [Training.Argument, var folder])
{
    return TinyTraining.Run(folder);
}

var kills = Count("--kills", "How often trainings are killed.", 100);
var fullDisks = Count("--full-disks", "How often their disk, which root mounts, is full.", 30);
var readOnly = Count("--read-only", "How often root makes their folder read-only.", 30);
var minutes = Count("--minutes", "How long to train on MNIST and watch the memory.", 0);
var seed = Count("--seed", "Seed of the moments.", 1);
var command = new RootCommand("Interrupts trainings and lets them go on.")
{
    kills,
    fullDisks,
    readOnly,
    minutes,
    seed,
};
command.SetAction(
    async (arguments, _) =>
    {
        var root = Directory.CreateTempSubdirectory("infoganml-stress-").FullName;
        try
        {
            var stress = new Stress(root);
            stress.Measure();
            var random = new Random(arguments.GetValue(seed));
            var run = Path.Combine(root, "run");
            Interrupt(stress, new Kill(random, stress.Duration), arguments.GetValue(kills), run);
            Interrupt(stress, new ReadOnly(random, stress.Duration), arguments.GetValue(readOnly), run);
            if (arguments.GetValue(fullDisks) is var times and > 0)
            {
                using var disk = new SmallDisk(Path.Combine(root, "disk"), 4 * stress.Size);
                Interrupt(stress, new FullDisk(random, disk.Path, stress.Size), times, Path.Combine(disk.Path, "run"));
            }

            if (arguments.GetValue(minutes) is var length and > 0)
            {
                await LongTraining.RunAsync(Path.Combine(root, "long"), TimeSpan.FromMinutes(length));
            }

            Directory.Delete(root, recursive: true);
            return 0;
        }
        catch (Exception failure) when (failure is StressFailedException or InvalidOperationException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }
);
return await command.Parse(args).InvokeAsync();

static void Interrupt(Stress stress, IInterruption interruption, int times, string folder)
{
    if (times == 0)
    {
        return;
    }

    var runs = stress.Run(interruption, times, folder);
    Console.WriteLine($"{interruption.Name} {times} times: {runs} runs went on and ended as one without interruption");
}

static Option<int> Count(string name, string description, int value)
{
    var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
    option.Validators.Add(found =>
    {
        if (found.GetValue(option) < 0)
        {
            found.AddError($"{name} is {found.GetValue(option)}; expected at least 0.");
        }
    });
    return option;
}
