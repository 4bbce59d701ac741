using System.Net;
using System.Runtime.ExceptionServices;
using Confluence.Generated.Retrieval.Site;

namespace Confluence.Generated.Retrieval.Failures;

/// <summary>
/// The one rule for what fails inside a walk. What one thing is refused, or what the site fails on, costs that part; what says that the credential or the
/// site is lost ends the walk with the server's own words; what can mean either is decided by a control call (<see cref="SiteWatch"/>).
/// </summary>
internal sealed class WalkFailures(SiteWatch watch, RetrievalOptions options)
{
    /// <summary>Reads a part.</summary>
    /// <param name="item">What it belongs to, such as the id of a page: several failures of one item count as one when the site is in doubt.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="anew">Whether the site has to be asked after a refusal before it counts as one of this part: what is called gone may be deleted elsewhere.</param>
    /// <returns>The part, or the failure that costs no more than it.</returns>
    /// <exception cref="ConfluenceException">The credential or the site is lost, so that nothing else could be read either.</exception>
    public async Task<PartResult<T>> TryAsync<T>(string item, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken, bool anew = false)
    {
        try
        {
            Task<T> reading = read(cancellationToken);

            // What is there at once was in an earlier answer, and says nothing about the site now.
            bool isAnswer = !reading.IsCompleted;
            T value = await reading.ConfigureAwait(false);
            if (isAnswer)
            {
                watch.Succeeded();
            }

            return new PartResult<T>(value);
        }
        catch (ConfluenceException error)
        {
            return new PartResult<T>(error, await JudgeAsync(item, error, anew, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Asks whether the site still works, before the rest of a list is given up: nobody knows how much of the whole that costs.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="anew">Whether it does not count that the site worked a moment ago.</param>
    /// <exception cref="ConfluenceException">The credential or the site is lost.</exception>
    public async Task ThrowIfLostAsync(CancellationToken cancellationToken, bool anew = true)
    {
        if (await watch.FindLossAsync(anew, options, cancellationToken).ConfigureAwait(false) is { } loss)
        {
            throw ConfluenceRetrievalException.OfLostSite(loss);
        }
    }

    private async Task<PartFailure> JudgeAsync(string item, ConfluenceException error, bool anew, CancellationToken cancellationToken)
    {
        PartFailure failure = error is ConfluenceApiException refusal
            ? await JudgeRefusalAsync(refusal, anew, cancellationToken).ConfigureAwait(false)

            // A retrieval inside a retrieval has judged for itself.
            : error is ConfluenceRetrievalException ? Rethrow(error) : PartFailure.Broken;
        if (failure == PartFailure.RefusedForAll)
        {
            return failure;
        }

        // A list that contradicts itself is no sign of an outage, and one that is not there or not allowed was judged above.
        bool isBroken = failure is PartFailure.Broken or PartFailure.NotOffered && error is not ConfluencePagingException;
        switch (watch.Failed(item, error.Operation?.Id ?? item, isBroken))
        {
            case SiteDoubt.Lost:
                throw ConfluenceRetrievalException.OfUselessSite(error);
            case SiteDoubt.Doubted:
                await ThrowIfLostAsync(cancellationToken).ConfigureAwait(false);
                watch.Settled();
                break;
        }

        return failure;
    }

    private async Task<PartFailure> JudgeRefusalAsync(ConfluenceApiException refusal, bool anew, CancellationToken cancellationToken)
    {
        ConfluenceErrorKind kind = refusal.Kind;
        if (kind == ConfluenceErrorKind.ScopeMissing || kind == ConfluenceErrorKind.AnalyticsNotPermitted)
        {
            return PartFailure.RefusedForAll;
        }

        if (kind == ConfluenceErrorKind.RateLimited || kind == ConfluenceErrorKind.GatewayPrefixMissing)
        {
            return Rethrow(refusal);
        }

        if (kind == ConfluenceErrorKind.OperationRemoved || kind == ConfluenceErrorKind.NotSupported)
        {
            return PartFailure.NotOffered;
        }

        // v2 names what is not there; all other refusals are also the answers to a credential that works no more, or of a site that is no more.
        bool canMeanLoss = kind == ConfluenceErrorKind.SiteUnavailable || kind == ConfluenceErrorKind.Redirected
            || (refusal.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound && kind != ConfluenceErrorKind.NotFound);
        if (canMeanLoss && await watch.FindLossAsync(anew, options, cancellationToken).ConfigureAwait(false) is { } loss)
        {
            // A control call that failed itself, as on a site that is overloaded, decides nothing.
            return IsDecided(loss) ? Rethrow(loss is ConfluenceApiException { StatusCode: not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound) } ? loss : refusal)
                : PartFailure.Broken;
        }

        return kind == ConfluenceErrorKind.RouteNotFound ? PartFailure.NotOffered
            : kind == ConfluenceErrorKind.SiteUnavailable || kind == ConfluenceErrorKind.Redirected ? PartFailure.Broken
            : refusal.StatusCode == HttpStatusCode.NotFound ? PartFailure.NotThere
            : refusal.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? PartFailure.Refused
            : PartFailure.Broken;
    }

    private static bool IsDecided(ConfluenceException loss) =>
        loss is ConfluenceApiException api && (api.StatusCode < HttpStatusCode.InternalServerError || api.Kind == ConfluenceErrorKind.SiteUnavailable);

    private static PartFailure Rethrow(ConfluenceException error)
    {
        ExceptionDispatchInfo.Throw(error);
        return default;
    }
}
