using InfoGanMl.Datasets.Activities;

namespace InfoGanMl.Datasets.Tests;

/// <summary>Keeps what was done, in order; of each activity one line.</summary>
internal sealed class Lines : List<string>, IProgress<ActivityReport>
{
    public void Report(ActivityReport value)
    {
        if (Count == 0 || this[^1] != value.Name)
        {
            Add(value.Name);
        }
    }
}
