namespace InfoGanMl.Testing;

/// <summary>A new folder for one test, deleted with it.</summary>
public sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infoganml-test-");

    /// <summary>Full path of the folder.</summary>
    public string Path => _folder.FullName;

    /// <summary>Path of a file or folder in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    /// <summary>Writes a text file and returns its path.</summary>
    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Replaces the first occurrence of a part of a text file, which must be there, and returns the file's path.</summary>
    public string Edit(string name, string part, string replacement)
    {
        var text = File.ReadAllText(this[name]);
        var at = text.IndexOf(part, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new ArgumentException($"{name} has no '{part}' in it: {text}", nameof(part));
        }

        File.WriteAllText(this[name], text[..at] + replacement + text[(at + part.Length)..]);
        return this[name];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
