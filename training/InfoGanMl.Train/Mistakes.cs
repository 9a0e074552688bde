using InfoGanMl.Models.Errors;

namespace InfoGanMl.Train;

/// <summary>Collects what is wrong, so that it is all said at once.</summary>
internal sealed class Mistakes
{
    private readonly List<string> _found = [];

    /// <summary>Adds mistakes, a sentence each.</summary>
    public void Add(IEnumerable<string> mistakes) => _found.AddRange(mistakes);

    /// <summary>The value, or null where making it shows a mistake.</summary>
    public T? Catch<T>(Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (InfoGanException problem)
        {
            Add(problem);
            return null;
        }
    }

    /// <summary>The same for what takes time.</summary>
    public async Task<T?> CatchAsync<T>(Func<Task<T>> make)
        where T : class
    {
        try
        {
            return await make();
        }
        catch (InfoGanException problem)
        {
            Add(problem);
            return null;
        }
    }

    /// <summary>Throws when there are any.</summary>
    /// <exception cref="InvalidOptionsException">There are.</exception>
    public void ThrowIfAny() => InvalidOptionsException.ThrowIfAny(_found);

    private void Add(InfoGanException problem) =>
        _found.AddRange(problem is InvalidOptionsException options ? options.Mistakes : [problem.Message]);
}
