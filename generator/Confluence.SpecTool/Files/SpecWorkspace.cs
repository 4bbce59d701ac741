using Confluence.Generator.Spec;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.SpecTool.Files;

/// <summary>
/// The files of a spec folder and the changelog beside it, as they are to become. Nothing is written before all of it is known, and then all or nothing.
/// </summary>
internal sealed class SpecWorkspace
{
    /// <summary>The folder of the files that hold parked actions.</summary>
    public const string ParkedFolder = "parked";

    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string?> _changed = new(StringComparer.Ordinal);

    private SpecWorkspace(string folder) => Folder = folder;

    /// <summary>Gets the spec folder.</summary>
    public string Folder { get; }

    /// <summary>Gets the path of the record of the documents.</summary>
    public string RecordPath => Path.Combine(Folder, "README.md");

    /// <summary>Gets the path of the changelog: beside the folder, as in this repository.</summary>
    public string ChangelogPath => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Folder)) ?? Folder, "CHANGELOG.md");

    /// <summary>Gets the paths of the files that are to be written or deleted.</summary>
    public IReadOnlyCollection<string> Changed => _changed.Keys;

    public static SpecWorkspace Open(string folder)
    {
        var workspace = new SpecWorkspace(folder);
        foreach (SpecFile file in SpecDirectory.ReadAll(folder))
        {
            workspace._texts[file.Path] = file.Text;
        }

        string parked = Path.Combine(folder, ParkedFolder);
        IEnumerable<string> others = Directory.Exists(parked) ? Directory.EnumerateFiles(parked, "*.json") : [];
        foreach (string path in others.Append(workspace.RecordPath).Append(workspace.ChangelogPath).Where(File.Exists))
        {
            workspace._texts[path] = SpecFiles.Decode(path, SpecFiles.ReadBytes(path));
        }

        return workspace;
    }

    public string DocumentPath(string api) => Path.Combine(Folder, $"confluence-{api}.json");

    public string NameMapPath(string api) => Path.Combine(Folder, $"names.{api}.json");

    /// <summary>The file that holds the parked actions of an overlay.</summary>
    public string ParkedPath(string overlayPath) => Path.Combine(Folder, ParkedFolder, Path.GetFileName(overlayPath));

    /// <summary>The text of a file as it is to become; null when there is none.</summary>
    public string? Find(string path) => _texts.GetValueOrDefault(path);

    /// <summary>The files that the generator reads.</summary>
    public IReadOnlyList<SpecFile> Inputs() =>
        [.. _texts.Where(entry => Path.GetDirectoryName(entry.Key) == Path.TrimEndingDirectorySeparator(Folder) && entry.Key.EndsWith(".json", StringComparison.Ordinal)).Select(entry => new SpecFile(entry.Key, entry.Value))];

    /// <summary>The documents of the other APIs as they are to become.</summary>
    public IReadOnlyList<SpecDocument> OtherDocuments(string api) => [.. SpecLoader.Load(Inputs()).Documents.Where(document => document.Api != api)];

    /// <summary>The files of parked actions.</summary>
    public IReadOnlyList<SpecFile> Parked() => [.. _texts.Where(entry => entry.Key == ParkedPath(entry.Key)).Select(entry => new SpecFile(entry.Key, entry.Value))];

    /// <summary>The overlay that a file of parked actions belongs to.</summary>
    public string OverlayPath(string parkedPath) => Path.Combine(Folder, Path.GetFileName(parkedPath));

    /// <summary>Gives a file a text; null deletes it.</summary>
    public void Set(string path, string? text)
    {
        if (Find(path) == text)
        {
            return;
        }

        if (text is null)
        {
            _texts.Remove(path);
        }
        else
        {
            _texts[path] = text;
        }

        _changed[path] = text;
    }

    /// <summary>Writes what has changed: all of it, or when something cannot be written, nothing.</summary>
    /// <exception cref="ToolException">A file cannot be written.</exception>
    public void Save()
    {
        var replaced = new List<(string Path, byte[]? Before)>();
        try
        {
            foreach ((string path, string? text) in _changed)
            {
                if (text is not null)
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? Folder);
                    File.WriteAllText(Beside(path), text);
                }
            }

            foreach ((string path, string? text) in _changed)
            {
                byte[]? before = File.Exists(path) ? File.ReadAllBytes(path) : null;
                if (text is null)
                {
                    File.Delete(path);
                }
                else
                {
                    File.Move(Beside(path), path, overwrite: true);
                }

                replaced.Add((path, before));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Restore(replaced);
            throw new ToolException(ExitCode.Usage, $"cannot write {Folder}, and left everything as it was: {exception.Message}");
        }
        finally
        {
            foreach (string path in _changed.Keys)
            {
                File.Delete(Beside(path));
            }
        }
    }

    private static void Restore(List<(string Path, byte[]? Before)> replaced)
    {
        foreach ((string path, byte[]? before) in replaced)
        {
            if (before is null)
            {
                File.Delete(path);
            }
            else
            {
                File.WriteAllBytes(path, before);
            }
        }
    }

    private static string Beside(string path) => path + ".new";
}
