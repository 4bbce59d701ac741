using System.Text.Json;
using Confluence.Cli.Files;
using Confluence.Cli.Settings;

namespace Confluence.Cli.Export;

/// <summary>
/// The folder of an export, which no other export can use meanwhile. Files grow under temporary names;
/// <see cref="Publish"/> moves them into place, the manifest last.
/// </summary>
internal sealed class ExportFolder : IDisposable
{
    private const string LockFile = "export.lock";
    private const string PartialSuffix = ".partial";
    private const string PartsFolder = "spaces" + PartialSuffix;

    private readonly string _path;
    private readonly FileStream _lock;

    private ExportFolder(string path, FileStream folderLock)
    {
        _path = path;
        _lock = folderLock;
    }

    /// <summary>Says what is wrong with a name that no folder can have; null where nothing is.</summary>
    public static string? Problem(string path) =>
        string.IsNullOrWhiteSpace(path) ? "--out is empty. Name a folder."
        : path.Any(char.IsControl) ? $"--out is '{path}'. It holds a control character; name a folder without one."
        : null;

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
        PrivateFile.CreateFolder(fullPath);
        ExportFolder folder = new(fullPath, Lock(path, Path.Combine(fullPath, LockFile)));
        try
        {
            folder.RefuseForeignData(path, source);
            folder.RemoveParts(); // A process that was killed leaves them.
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

    /// <summary>Gives the temporary path under which the data of one space grow; its folder is made.</summary>
    /// <param name="name">The file to which they belong.</param>
    /// <param name="space">The place of the space in the order of the export.</param>
    public string Part(string name, int space)
    {
        PrivateFile.CreateFolder(Path.Combine(_path, PartsFolder));
        return Path.Combine(_path, PartsFolder, FormattableString.Invariant($"{space}.{name}"));
    }

    /// <summary>Puts the data of the spaces together, one space after the other, and removes the parts on the way.</summary>
    /// <param name="name">The file to which they belong.</param>
    /// <param name="spaces">The number of spaces.</param>
    /// <param name="cancellationToken">Ends the work early; the file is then of no use.</param>
    public async Task JoinAsync(string name, int spaces, CancellationToken cancellationToken)
    {
        FileStream whole = PrivateFile.Create(Partial(name));
        await using (whole.ConfigureAwait(false))
        {
            for (int space = 0; space < spaces; space++)
            {
                string path = Part(name, space);
                if (!File.Exists(path))
                {
                    continue; // The space has nothing of this sort.
                }

                FileStream part = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true);
                await using (part.ConfigureAwait(false))
                {
                    await part.CopyToAsync(whole, cancellationToken).ConfigureAwait(false);
                }

                File.Delete(path);
            }

            // To the disk, so that a file moved into place afterwards is whole even after a power cut.
            whole.Flush(flushToDisk: true);
        }
    }

    /// <summary>Puts the files into place. The data files must be whole and closed.</summary>
    /// <param name="manifest">The manifest, which is written here.</param>
    public void Publish(ExportManifest manifest)
    {
        // If the power goes between two moves, this partial manifest tells the next export that the files are its own.
        using (FileStream file = PrivateFile.Create(Partial(ExportFiles.Manifest)))
        {
            JsonSerializer.Serialize(file, manifest, ManifestJsonContext.Default.ExportManifest);
            file.Write("\n"u8);
            file.Flush(flushToDisk: true);
        }

        File.Delete(Final(ExportFiles.Manifest));
        foreach (string name in ExportFiles.Data)
        {
            File.Move(Partial(name), Final(name), overwrite: true);
        }

        File.Move(Partial(ExportFiles.Manifest), Final(ExportFiles.Manifest));
    }

    /// <summary>Removes what an export that did not end well has left, and lets other exports in. An earlier, complete export stays.</summary>
    public void Dispose()
    {
        foreach (string name in ExportFiles.Data)
        {
            File.Delete(Partial(name));
        }

        RemoveParts();
        _lock.Dispose();
    }

    private static FileStream Lock(string given, string path)
    {
        try
        {
            return PrivateFile.Open(path, FileMode.OpenOrCreate, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new UsageException($"Another export is writing to --out '{given}'. Wait for its end, or name another folder.");
        }
    }

    private void RemoveParts()
    {
        string parts = Path.Combine(_path, PartsFolder);
        if (Directory.Exists(parts))
        {
            Directory.Delete(parts, recursive: true);
        }
    }

    private string Final(string name) => Path.Combine(_path, name);

    private void RefuseForeignData(string given, ExportSource source)
    {
        string? manifest = new[] { Final(ExportFiles.Manifest), Partial(ExportFiles.Manifest) }.FirstOrDefault(File.Exists);
        if (manifest is not null)
        {
            ExportSource found = ReadSource(given, manifest);
            if (found.ToString() != source.ToString())
            {
                throw new UsageException(
                    $"--out '{given}' holds an export of {found}; this one would be of {source}. "
                    + "Name another folder, or delete that one if it is no longer needed.");
            }

            return;
        }

        string? stray = ExportFiles.Data.FirstOrDefault(name => File.Exists(Final(name)));
        if (stray is not null)
        {
            throw new UsageException(
                $"--out '{given}' holds {stray} but no {ExportFiles.Manifest}, so nothing tells where it came from. "
                + "Name another folder, or delete that file if it is no longer needed.");
        }
    }

    private static ExportSource ReadSource(string given, string path)
    {
        ExportManifestHead? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize(File.ReadAllBytes(path), ManifestJsonContext.Default.ExportManifestHead);
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
