namespace Confluence.Cli.Files;

/// <summary>
/// Makes files and folders that only their owner can read: exports and secrets are not for everybody on the machine.
/// On Windows they have the rights of the folder that they are in.
/// </summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes an empty file to write to. One that is there is replaced, whoever could read it.</summary>
    public static FileStream Create(string path, int bufferSize = 1)
    {
        File.Delete(path);
        return Open(path, FileMode.CreateNew, bufferSize, FileOptions.Asynchronous);
    }

    /// <summary>Opens or makes a file to write to.</summary>
    public static FileStream Open(string path, FileMode mode, int bufferSize, FileOptions options)
    {
        FileStreamOptions settings = new() { Mode = mode, Access = FileAccess.Write, Share = FileShare.None, BufferSize = bufferSize, Options = options };
        if (!OperatingSystem.IsWindows())
        {
            settings.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, settings);
    }

    /// <summary>Makes a folder, and those above it, where they do not exist.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }
}
