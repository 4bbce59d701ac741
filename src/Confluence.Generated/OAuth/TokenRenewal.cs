using System.Net.Http.Headers;

namespace Confluence.Generated.OAuth;

/// <summary>
/// Keeps one access token fresh for any number of callers: some time before it ends one of them renews it in the background while the others go on with it, and
/// shortly before its end all wait. However many ask at once, one renewal is under way.
/// </summary>
/// <param name="renew">Gets tokens that are not the known ones, which are null at first.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class TokenRenewal(Func<OAuthTokens?, CancellationToken, Task<OAuthTokens>> renew, TimeProvider timeProvider)
{
    /// <summary>From this time before the end on, the token is renewed while it still works.</summary>
    private static readonly TimeSpan s_advisory = TimeSpan.FromSeconds(120);

    /// <summary>From this time before the end on, nobody goes on with it: it might end on its way.</summary>
    private static readonly TimeSpan s_mandatory = TimeSpan.FromSeconds(30);

    /// <summary>How long a renewal in the background that failed is not tried again.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(20);

    /// <summary>The longest wait for the store. A renewal belongs to no caller, so none of their limits holds for it.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    private readonly Lock _lock = new();
    private volatile OAuthTokens? _tokens;
    private Task<OAuthTokens>? _renewal;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    public ValueTask<OAuthTokens> GetAsync(CancellationToken cancellationToken)
    {
        if (_tokens is not { } tokens)
        {
            return new ValueTask<OAuthTokens>(RenewAsync(known: null, cancellationToken));
        }

        DateTimeOffset now = timeProvider.GetUtcNow();
        TimeSpan left = tokens.ExpiresAt - now;
        if (left <= s_mandatory)
        {
            return new ValueTask<OAuthTokens>(RenewAsync(tokens, cancellationToken));
        }

        if (left <= s_advisory && now >= _notBefore)
        {
            RenewInBackground(tokens);
        }

        return new ValueTask<OAuthTokens>(tokens);
    }

    /// <summary>Renews the token that was refused, unless that has happened already.</summary>
    /// <returns>Whether there is another one now.</returns>
    public async ValueTask<bool> TryRenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken)
    {
        OAuthTokens? tokens = _tokens;
        if (tokens is null || !tokens.Authorization.Equals(rejected))
        {
            return true;
        }

        OAuthTokens renewed = await RenewAsync(tokens, cancellationToken).ConfigureAwait(false);
        return !renewed.Authorization.Equals(rejected);
    }

    private Task<OAuthTokens> RenewAsync(OAuthTokens? known, CancellationToken cancellationToken) => Start(known).WaitAsync(cancellationToken);

    private void RenewInBackground(OAuthTokens known)
    {
        // A failure concerns nobody yet: the token still works. Once it does not, the callers that wait for the renewal get the failure.
        _ = Start(known).ContinueWith(
            task =>
            {
                if (task.Exception is not null)
                {
                    lock (_lock)
                    {
                        _notBefore = timeProvider.GetUtcNow() + s_pause;
                    }
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private Task<OAuthTokens> Start(OAuthTokens? known)
    {
        lock (_lock)
        {
            if (_tokens is { } present && present != known)
            {
                return Task.FromResult(present);
            }

            if (_renewal is not { IsCompleted: false })
            {
                _renewal = Task.Run(() => RunAsync(known)); // Off the caller's thread, so that nothing of a store runs under the lock.
                _ = _renewal.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default); // All who waited may have given up.
            }

            return _renewal;
        }
    }

    private async Task<OAuthTokens> RunAsync(OAuthTokens? known)
    {
        using CancellationTokenSource limit = new(s_limit, timeProvider);
        try
        {
            OAuthTokens renewed = await renew(known, limit.Token).ConfigureAwait(false);
            lock (_lock)
            {
                _tokens = renewed;
            }

            return renewed;
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested)
        {
            throw new ConfluenceOAuthException(
                ConfluenceOAuthErrorKind.StoreFailed,
                $"The access token could not be renewed within {s_limit.TotalMinutes:0} minutes. Probably another process holds the lease of the store of tokens and does not give it back.",
                exception);
        }
    }
}
