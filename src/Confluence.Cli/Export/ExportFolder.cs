using System.Text.Json;
using Confluence.Cli.Settings;

namespace Confluence.Cli.Export;

/// <summary>
/// The folder of an export, which no other export can use meanwhile. Files grow under temporary names;
/// <see cref="Publish"/> moves them into place, the manifest last.
/// </summary>
internal sealed class ExportFolder : IDisposable
{
    public const string UsersFile = "users.ndjson";
    public const string PagesFile = "pages.ndjson";
    public const string ActivityFile = "activity.ndjson";
    public const string ManifestFile = "manifest.json";

    private const string LockFile = "export.lock";
    private const string PartialSuffix = ".partial";

    private static readonly string[] s_dataFiles = [UsersFile, PagesFile, ActivityFile];

    private readonly string _path;
    private readonly FileStream _lock;

    private ExportFolder(string path, FileStream folderLock)
    {
        _path = path;
        _lock = folderLock;
    }

    /// <summary>Opens a folder for an export; one that does not exist is made.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="source">Where the data will come from.</param>
    /// <exception cref="UsageException">The folder holds something that the export must not replace, or another export is writing to it.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static ExportFolder Open(string path, ExportSource source)
    {
        if (File.Exists(path))
        {
            throw new UsageException($"--out '{path}' is a file. Name a folder; it is made if it does not exist.");
        }

        string fullPath = Path.GetFullPath(path);
        Directory.CreateDirectory(fullPath);
        ExportFolder folder = new(fullPath, Lock(path, Path.Combine(fullPath, LockFile)));
        try
        {
            folder.RefuseForeignData(path, source);
        }
        catch
        {
            folder.Dispose();
            throw;
        }

        return folder;
    }

    /// <summary>Gives the temporary path under which a file grows.</summary>
    public string Partial(string name) => Path.Combine(_path, name + PartialSuffix);

    /// <summary>Puts the files into place. The data files must be whole and closed.</summary>
    /// <param name="manifest">The manifest, which is written here.</param>
    public void Publish(ExportManifest manifest)
    {
        // If the power goes between two moves, this partial manifest tells the next export that the files are its own.
        File.WriteAllBytes(Partial(ManifestFile), [.. JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJsonContext.Default.ExportManifest), (byte)'\n']);
        File.Delete(Final(ManifestFile));
        foreach (string name in s_dataFiles)
        {
            File.Move(Partial(name), Final(name), overwrite: true);
        }

        File.Move(Partial(ManifestFile), Final(ManifestFile));
    }

    /// <summary>Removes what an export that did not end well has left, and lets other exports in. An earlier, complete export stays.</summary>
    public void Dispose()
    {
        foreach (string name in s_dataFiles)
        {
            File.Delete(Partial(name));
        }

        _lock.Dispose();
    }

    private static FileStream Lock(string given, string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new UsageException($"Another export is writing to --out '{given}'. Wait for its end, or name another folder.");
        }
    }

    private string Final(string name) => Path.Combine(_path, name);

    private void RefuseForeignData(string given, ExportSource source)
    {
        string? manifest = new[] { Final(ManifestFile), Partial(ManifestFile) }.FirstOrDefault(File.Exists);
        if (manifest is not null)
        {
            ExportSource found = ReadSource(given, manifest);
            if (found != source)
            {
                throw new UsageException(
                    $"--out '{given}' holds an export of {found}; this one would be of {source}. "
                    + "Name another folder, or delete that one if it is no longer needed.");
            }

            return;
        }

        string? stray = s_dataFiles.FirstOrDefault(name => File.Exists(Final(name)));
        if (stray is not null)
        {
            throw new UsageException(
                $"--out '{given}' holds {stray} but no {ManifestFile}, so nothing tells where it came from. "
                + "Name another folder, or delete that file if it is no longer needed.");
        }
    }

    private static ExportSource ReadSource(string given, string path)
    {
        ExportManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize(File.ReadAllBytes(path), ManifestJsonContext.Default.ExportManifest);
        }
        catch (JsonException exception)
        {
            throw new UsageException(
                $"--out '{given}' holds a {Path.GetFileName(path)} that is not one of an export ({Where(exception)}). Name another folder.");
        }

        if (manifest?.Source is null)
        {
            throw new UsageException($"--out '{given}' holds a {Path.GetFileName(path)} that is not one of an export. Name another folder.");
        }

        if (manifest.SchemaVersion > ExportManifest.CurrentSchemaVersion)
        {
            throw new UsageException(FormattableString.Invariant(
                $"--out '{given}' holds an export of a newer version of this tool (schema version {manifest.SchemaVersion}). Update the tool, or name another folder."));
        }

        return manifest.Source;
    }

    private static string Where(JsonException exception) =>
        exception.LineNumber is long line ? FormattableString.Invariant($"line {line + 1}") : "a member is missing";
}
