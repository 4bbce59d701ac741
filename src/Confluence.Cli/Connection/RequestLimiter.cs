namespace Confluence.Cli.Connection;

/// <summary>
/// Lets only some requests wait for their answers at the same time, whichever of several walks sends them: a walk alone may use all of the
/// places, and several share them.
/// </summary>
internal sealed class RequestLimiter(HttpMessageHandler inner, int requestsAtOnce) : DelegatingHandler(inner)
{
    private readonly SemaphoreSlim _places = new(requestsAtOnce);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _places.Dispose();
        }

        base.Dispose(disposing);
    }
}
