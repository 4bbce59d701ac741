using System.Text.Json;
using Confluence.Generated.OAuth.Stores;

namespace Confluence.Generated;

/// <summary>
/// Keeps tokens in a file that only its owner can read, for tools and services on one machine. Any number of processes may share it: the one that refreshes holds a lock on a second file
/// beside it (<c>.lock</c>), which the operating system gives up when the process dies. The tokens are not encrypted. File systems of a network may not know such locks.
/// </summary>
public sealed class FileTokenStore : ConfluenceTokenStore
{
    private readonly string _path;
    private readonly TimeProvider _timeProvider;

    /// <summary>Makes a store.</summary>
    /// <param name="path">The file. Its folder is made when tokens are written, for its owner alone.</param>
    /// <param name="timeProvider">The clock for waits; null for that of the system.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty, or no path.</exception>
    public FileTokenStore(string path, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _path = Path.GetFullPath(path);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="FormatException">The file holds something else than tokens.</exception>
    public override async ValueTask<StoredTokens?> GetAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            // Another process must be able to replace the file meanwhile, also on systems where open files block that.
            FileStream stream = new(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
            await using (stream.ConfigureAwait(false))
            {
                using MemoryStream content = new();
                await stream.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
                return Read(content.GetBuffer().AsSpan(0, (int)content.Length));
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public override async ValueTask<bool> TrySwapAsync(string? expectedVersion, OAuthTokens? tokens, CancellationToken cancellationToken = default)
    {
        // Swaps of those who hold no lease must not cross either, so each takes a short lock of its own.
        using (await FileLock.AcquireAsync(_path + ".swap", _timeProvider, cancellationToken).ConfigureAwait(false))
        {
            StoredTokens? present = await GetAsync(cancellationToken).ConfigureAwait(false);
            if (present?.Version != expectedVersion)
            {
                return false;
            }

            if (tokens is null)
            {
                File.Delete(_path);
            }
            else
            {
                Replace(Write(tokens));
            }

            return true;
        }
    }

    /// <inheritdoc/>
    /// <remarks>The operating system notices when the holder dies, so the duration is not heeded.</remarks>
    public override async ValueTask<IAsyncDisposable> AcquireLeaseAsync(TimeSpan duration, CancellationToken cancellationToken = default) =>
        await FileLock.AcquireAsync(_path + ".lock", _timeProvider, cancellationToken).ConfigureAwait(false);

    private static byte[] Write(OAuthTokens tokens)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("version"u8, Guid.NewGuid());
            writer.WritePropertyName("tokens"u8);
            tokens.WriteTo(writer);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private StoredTokens Read(ReadOnlySpan<byte> json)
    {
        try
        {
            Utf8JsonReader reader = new(json);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            string version = document.RootElement.GetProperty("version"u8).GetString() ?? throw new FormatException();
            return new StoredTokens(OAuthTokens.Read(document.RootElement.GetProperty("tokens"u8)), version);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new FormatException($"The file {_path} holds no tokens ({exception.GetType().Name}). Delete it, and sign in again.");
        }
    }

    /// <summary>Writes the whole file beside the old one and puts it in its place, so that there is always one of the two, whole.</summary>
    private void Replace(byte[] content)
    {
        string fresh = _path + ".new";
        using (FileStream stream = OwnersFile.Create(fresh))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, _path, overwrite: true);
    }
}
