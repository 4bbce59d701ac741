using System.Net;
using System.Runtime.ExceptionServices;

namespace Confluence.Generated.Retrieval;

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
        if (error is not ConfluenceApiException refusal)
        {
            // A retrieval inside a retrieval has judged for itself; a list that contradicts itself is no sign of an outage.
            return error is ConfluenceRetrievalException ? Rethrow(error)
                : error is ConfluencePagingException ? PartFailure.Broken
                : await BrokenAsync(item, error, cancellationToken).ConfigureAwait(false);
        }

        ConfluenceErrorKind kind = refusal.Kind;
        if (kind == ConfluenceErrorKind.ScopeMissing || kind == ConfluenceErrorKind.AnalyticsNotPermitted || kind == ConfluenceErrorKind.Gone || kind == ConfluenceErrorKind.NotSupported)
        {
            return PartFailure.RefusedForAll;
        }

        if (kind == ConfluenceErrorKind.RateLimited || kind == ConfluenceErrorKind.SiteUnavailable || kind == ConfluenceErrorKind.GatewayPrefixMissing || kind == ConfluenceErrorKind.Redirected)
        {
            return Rethrow(error);
        }

        if (refusal.StatusCode >= HttpStatusCode.InternalServerError || refusal.StatusCode == HttpStatusCode.RequestTimeout)
        {
            return await BrokenAsync(item, error, cancellationToken).ConfigureAwait(false);
        }

        if (refusal.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound))
        {
            return PartFailure.Broken; // The site works, and does not take this call.
        }

        // v2 names what is not there; all other refusals are also the answers to a credential that works no more.
        bool isNamed = kind == ConfluenceErrorKind.NotFound;
        if (!isNamed && await watch.FindLossAsync(anew, options, cancellationToken).ConfigureAwait(false) is { } loss)
        {
            // A control call that failed itself, as on a site that is overloaded, decides nothing.
            return loss is not ConfluenceApiException { StatusCode: < HttpStatusCode.InternalServerError and var status } ? await BrokenAsync(item, error, cancellationToken).ConfigureAwait(false)
                : Rethrow(status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound ? error : loss);
        }

        return kind == ConfluenceErrorKind.RouteNotFound ? PartFailure.RefusedForAll
            : refusal.StatusCode == HttpStatusCode.NotFound ? PartFailure.NotThere
            : PartFailure.Refused;
    }

    private static PartFailure Rethrow(ConfluenceException error)
    {
        ExceptionDispatchInfo.Throw(error);
        return default;
    }

    /// <summary>Takes it for the failure of one part, until so many have failed in a row that the site is asked.</summary>
    private async Task<PartFailure> BrokenAsync(string item, ConfluenceException error, CancellationToken cancellationToken)
    {
        if (watch.Failed(item))
        {
            await ThrowIfLostAsync(cancellationToken).ConfigureAwait(false);
            watch.Succeeded();
        }

        return PartFailure.Broken;
    }
}
