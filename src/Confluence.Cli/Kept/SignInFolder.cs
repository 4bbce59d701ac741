using System.Text.Json;
using Confluence.Cli.Files;
using Confluence.Generated;

namespace Confluence.Cli.Kept;

/// <summary>
/// The folder in which a sign-in is kept: a file with site and secrets, and for OAuth the file of a <see cref="FileTokenStore"/>, each for its owner alone. They are not encrypted.
/// </summary>
internal sealed class SignInFolder
{
    public const string FolderVariable = "CONFLUENCE_CONFIG_DIR";

    private const string Name = "confluence";
    private const string Fresh = ".new";

    // A renewal holds the lease for a request or two; whoever waits longer had better be told.
    private static readonly TimeSpan s_longestLease = TimeSpan.FromSeconds(15);

    private SignInFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>Gets the path of the folder.</summary>
    public string Path { get; }

    /// <summary>Gets the path of the file with site and secrets.</summary>
    public string SettingsFile => System.IO.Path.Combine(Path, "sign-in.json");

    /// <summary>Gets the path of the file with the tokens of OAuth.</summary>
    public string TokensFile => System.IO.Path.Combine(Path, "tokens.json");

    /// <summary>Gets the store of the tokens of OAuth. Any number of runs of the tool may share it.</summary>
    public FileTokenStore Tokens => new(TokensFile);

    /// <summary>Finds the folder that the environment names, which need not exist.</summary>
    /// <returns>The folder; null when the environment names none.</returns>
    public static SignInFolder? Of(Func<string, string?> variable)
    {
        if (variable(FolderVariable) is { } named && !string.IsNullOrWhiteSpace(named))
        {
            return new SignInFolder(named);
        }

        if (OperatingSystem.IsWindows())
        {
            return variable("APPDATA") is { Length: > 0 } profile ? new SignInFolder(System.IO.Path.Combine(profile, Name)) : null;
        }

        // The specification of these folders has relative paths ignored.
        string? folder = variable("XDG_CONFIG_HOME") is { } configuration && System.IO.Path.IsPathRooted(configuration) ? configuration
            : variable("HOME") is { Length: > 0 } home ? System.IO.Path.Combine(home, ".config")
            : null;
        return folder is null ? null : new SignInFolder(System.IO.Path.Combine(folder, Name));
    }

    /// <summary>Reads what is kept.</summary>
    /// <returns>The sign-in; null when none is kept.</returns>
    /// <exception cref="FormatException">The file holds something else. The message shows nothing of it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public KeptSignIn? Read()
    {
        byte[] json;
        try
        {
            json = File.ReadAllBytes(SettingsFile);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        KeptSignIn? found;
        try
        {
            found = JsonSerializer.Deserialize(json, KeptJsonContext.Default.KeptSignIn);
        }
        catch (JsonException)
        {
            found = null; // Its message would show where it stopped, in a file of secrets.
        }

        return found switch
        {
            { Version: > KeptSignIn.CurrentVersion } => throw new FormatException($"The file {SettingsFile} was written by a later version of the tool. Update the tool, or sign in again."),
            { ApiToken: null, App: not null } or { ApiToken: not null, App: null } => found,
            _ => throw new FormatException($"The file {SettingsFile} holds no sign-in that can be read. Sign in again, or remove it with confluence auth logout."),
        };
    }

    /// <summary>Keeps a sign-in in place of what was kept.</summary>
    /// <param name="signIn">The sign-in.</param>
    /// <param name="tokens">The tokens of OAuth; null for a sign-in with an API token.</param>
    /// <param name="cancellationToken">Ends the wait for another process.</param>
    public async Task KeepAsync(KeptSignIn signIn, OAuthTokens? tokens, CancellationToken cancellationToken)
    {
        // Whatever happens in between, secrets of one sign-in are never used with the site of another.
        await RemoveAsync(cancellationToken).ConfigureAwait(false);
        PrivateFile.CreateFolder(Path);
        if (tokens is not null)
        {
            await Tokens.TrySwapAsync(expectedVersion: null, tokens, CancellationToken.None).ConfigureAwait(false);
        }

        using (FileStream file = PrivateFile.Create(SettingsFile + Fresh))
        {
            JsonSerializer.Serialize(file, signIn, KeptJsonContext.Default.KeptSignIn);
            file.Flush(flushToDisk: true);
        }

        File.Move(SettingsFile + Fresh, SettingsFile, overwrite: true);
    }

    /// <summary>Removes what is kept, also what cannot be read.</summary>
    /// <param name="cancellationToken">Ends the wait for another process.</param>
    /// <returns>The files that were removed. The empty files of locks stay: another process may wait for one.</returns>
    /// <exception cref="IOException">A file cannot be removed, or another process holds the tokens for too long.</exception>
    public async Task<IReadOnlyList<string>> RemoveAsync(CancellationToken cancellationToken)
    {
        string[] present = [.. new[] { SettingsFile, SettingsFile + Fresh, TokensFile, TokensFile + Fresh }.Where(File.Exists)];
        if (present.Length == 0)
        {
            return present;
        }

        // A run that renews tokens meanwhile would write them again afterwards.
        IAsyncDisposable lease = await LeaseAsync(cancellationToken).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            foreach (string file in present)
            {
                File.Delete(file);
            }
        }

        return present;
    }

    private async Task<IAsyncDisposable> LeaseAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_longestLease);
        try
        {
            return await Tokens.AcquireLeaseAsync(s_longestLease, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"another run of the tool holds the tokens in {Path}; wait until it has ended");
        }
    }
}
