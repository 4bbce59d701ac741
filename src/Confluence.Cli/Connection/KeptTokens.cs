using Confluence.Cli.Kept;
using Confluence.Cli.Settings;
using Confluence.Generated;

namespace Confluence.Cli.Connection;

/// <summary>Reads the tokens of a sign-in with OAuth, and says what is wrong with them before anything is sent.</summary>
internal static class KeptTokens
{
    private const string Remedy = "Sign in again (confluence auth login --oauth).";

    /// <summary>Reads the tokens.</summary>
    /// <exception cref="UsageException">There are none, or they cannot be read.</exception>
    public static async Task<OAuthTokens> CheckAsync(SignInFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            return (await folder.Tokens.GetAsync(cancellationToken).ConfigureAwait(false))?.Tokens
                ?? throw new UsageException($"The tokens of the sign-in are not there: the file {folder.TokensFile} is missing. {Remedy}");
        }
        catch (FormatException)
        {
            throw new UsageException($"The file {folder.TokensFile} holds no tokens that can be read. {Remedy}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The tokens cannot be read: {exception.Message.TrimEnd('.')}. Check the owner and the permissions of {folder.TokensFile}.");
        }
    }
}
