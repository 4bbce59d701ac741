using Confluence.Cli.Session;
using Confluence.Generated;
using Confluence.Generated.Retrieval;

namespace Confluence.Cli.Commands;

/// <summary>
/// Tells of accounts that were asked for and that the site does not know: nothing that they did is found, as if they had been idle, and a mistyped id
/// would go unnoticed.
/// </summary>
/// <param name="asked">The account ids that were asked for.</param>
internal sealed class UnknownUser(IReadOnlyList<string> asked)
{
    private readonly HashSet<string> _silent = new(asked, StringComparer.Ordinal);

    /// <summary>The gap that such an account leaves.</summary>
    public static RetrievalGap Gap(string accountId) => new(
        $"The user {accountId}", "the site has no user with this account id, or your account may not see the user. Check the id.");

    /// <summary>Notes whose activity was found, on its way.</summary>
    public async IAsyncEnumerable<ActivityEvent> Noting(IAsyncEnumerable<ActivityEvent> events)
    {
        await foreach (ActivityEvent done in events.ConfigureAwait(false))
        {
            if (done.ActorId is { } actor)
            {
                _silent.Remove(actor);
            }

            yield return done;
        }
    }

    /// <summary>Looks those up of whom nothing was found, and tells which of them do not exist. Costs nothing when there are none.</summary>
    public async Task TellUnknownAsync(CommandSession session, CancellationToken cancellationToken)
    {
        string[] silent = [.. asked.Where(_silent.Contains).Distinct(StringComparer.Ordinal)];
        if (silent.Length == 0)
        {
            return;
        }

        UserLookupOptions options = session.Calls.Of(new UserLookupOptions { OnGap = session.Gaps.Add });
        try
        {
            await foreach (UserLookup lookup in session.Client.Retrieval.Users.GetByIdsAsync(silent, options, cancellationToken).ConfigureAwait(false))
            {
                if (!lookup.IsFound)
                {
                    session.Gaps.Add(Gap(lookup.AccountId));
                }
            }
        }
        catch (ConfluenceApiException error) when (error.Kind == ConfluenceErrorKind.ScopeMissing || error.Kind == ConfluenceErrorKind.PermissionDenied)
        {
            session.Gaps.Add(new RetrievalGap($"Whether there are the users {string.Join(", ", silent)}, of whom nothing was found", error.Message) { Error = error });
        }
    }
}
