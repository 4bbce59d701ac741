using System.Globalization;
using System.Net;
using Confluence.Generated.Http;

namespace Confluence.Generated.Paging;

/// <summary>How many results the pages of a walk are asked for, and what becomes of a page that the site fails to give.</summary>
/// <param name="asked">The size when all is well; null leaves it to the server.</param>
/// <param name="mayShrink">Whether a page that fails is asked for again in smaller parts.</param>
internal sealed class PageSizes(int? asked, bool mayShrink)
{
    private const string Limit = "limit";

    /// <summary>The smallest default that any list has: at least so many come when nothing is asked for.</summary>
    private const int LeastDefault = 25;

    /// <summary>A page that fails has failed repeatedly; a few steps down to a single result are enough.</summary>
    private const int Parts = 4;

    private readonly PortionSize _size = new(asked ?? LeastDefault, Parts);
    private bool _wasShrunk;

    /// <summary>Gets the size of the next page; null leaves it to the server.</summary>
    public int? Current => asked is null && !_wasShrunk ? null : _size.Current;

    /// <summary>The sizes of a walk: what the call says, else what the client says, else the most that the operation allows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The call wants more than the operation allows.</exception>
    public static PageSizes Of(ConfluenceOperation operation, ConfluenceRequestOptions? options, int? clientWide)
    {
        var list = options as ConfluenceListOptions;
        int? largest = operation.MaxPageSize;
        if (list?.PageSize > largest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                list.PageSize,
                string.Create(CultureInfo.InvariantCulture, $"The pages of {operation.Id} have at most {largest} results. Give a PageSize up to that, or null for the most; the list gives all its results in either case."));
        }

        int? size = list?.PageSize ?? list?.UsualPageSize ?? clientWide ?? operation.DefaultPageSize;
        return new PageSizes(size > largest ? largest : size, mayShrink: list is not { KeepsPageSize: true });
    }

    /// <summary>The request with the size of the next page. The size that a next link names stays until another is needed: the place that it leads to may hang on it.</summary>
    public ConfluenceRequest ApplyTo(ConfluenceRequest request) =>
        Current is { } size && (_wasShrunk || request.Query?.Find(Limit) is null)
            ? request.WithQuery(QueryBuilder.With(request.Query, Limit, size.ToString(CultureInfo.InvariantCulture)))
            : request;

    /// <summary>Takes a smaller size.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryShrink()
    {
        bool shrinks = mayShrink && _size.Shrink();
        _wasShrunk |= shrinks;
        return shrinks;
    }

    /// <summary>Some results came.</summary>
    public void Passed(int count) => _size.Passed(count);

    /// <summary>Whether a smaller page may not have a failure. A server that cannot be reached at all gives small pages no better.</summary>
    public static bool DependsOnSize(ConfluenceException failure) => failure switch
    {
        ConfluenceTimeoutException => true,
        ConfluenceResponseException response => response.IsCutOff,
        ConfluenceConnectionException => failure.InnerException is not HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        },
        ConfluenceApiException api => api.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout,
        _ => false,
    };
}
