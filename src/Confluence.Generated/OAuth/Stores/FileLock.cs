namespace Confluence.Generated.OAuth.Stores;

/// <summary>A lock that processes of one machine take in turn. The operating system gives it up when its holder dies.</summary>
internal sealed class FileLock : IDisposable, IAsyncDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    public static async ValueTask<FileLock> AcquireAsync(string path, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryOpen(path) is { } stream)
            {
                return new FileLock(stream);
            }

            await Task.Delay(s_look, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _stream.Dispose();

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    /// <summary>Opens the file for nobody else. It stays when the lock is given up: deleting it would let two hold it.</summary>
    private static FileStream? TryOpen(string path)
    {
        try
        {
            return OwnersFile.Create(path);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException or DriveNotFoundException) && File.Exists(path))
        {
            return null; // Somebody has it.
        }
    }
}
