using Confluence.Cli.Settings;
using Confluence.Cli.Surroundings;

namespace Confluence.Cli.SignIn;

/// <summary>Reads a secret from standard input: arguments are seen by everybody on the machine, and stay in the history of the shell.</summary>
internal static class SecretInput
{
    /// <summary>Reads the first line.</summary>
    /// <param name="environment">The world around the tool.</param>
    /// <param name="option">The option that asked for it.</param>
    /// <param name="what">What it is, in a sentence: <c>API token</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="UsageException">There is none, or it cannot be right. The message does not show it.</exception>
    public static async Task<string> ReadAsync(CliEnvironment environment, string option, string what, CancellationToken cancellationToken)
    {
        if (environment.InputIsTerminal)
        {
            environment.Error.WriteLine($"Paste the {what} and press Enter; it is not shown.");
        }

        // The read has no way to be ended; the process does not wait for it.
        string? line = await Task.Run(environment.Input.ReadLine, CancellationToken.None).WaitAsync(cancellationToken).ConfigureAwait(false);
        string secret = (line ?? "").Trim().Trim('\uFEFF');
        return secret.Length == 0 ? throw new UsageException($"{option}: the first line of standard input is empty, where the {what} should be. Pass it in by a pipe or a redirection.")
            : Quotes.Surround(secret) ? throw new UsageException($"{option}: the {what} on standard input cannot be right: {Quotes.Problem}. Pass it without them.")
            : secret;
    }
}
