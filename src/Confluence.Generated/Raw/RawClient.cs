using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Confluence.Generated.Calls;
using Confluence.Generated.Json;
using Confluence.Generated.Operations;
using Confluence.Generated.Paging;
using Confluence.Generated.Raw;
using Confluence.Generated.Requests;
using Confluence.Generated.Transport;

namespace Confluence.Generated;

/// <summary>
/// Calls operations that this version of the library does not have: any method and path of Confluence, with the same credential, repetitions, waits, errors and telemetry as
/// every other call. If the library has a method for an operation, prefer it: its errors name the scopes and permissions, and its answers are typed.
/// </summary>
/// <remarks>
/// <para>A path begins with <c>/wiki/</c> and has no host, such as <c>/wiki/api/v2/pages/123?body-format=storage</c>, for a site and for the gateway alike. The caller percent-encodes
/// values in it, with <see cref="Uri.EscapeDataString(string)"/>. A path that leads to another host or out of <c>/wiki</c> causes an
/// <see cref="ArgumentException"/>, and nothing is sent.</para>
/// <para>The members are virtual, so that tests of calling code can override them.</para>
/// </remarks>
public class RawClient
{
    private readonly ConfluenceTransport _transport;

    /// <summary>Creates a client for mocks: every method that is not overridden throws.</summary>
    protected RawClient() => _transport = ConfluenceTransport.Unavailable;

    internal RawClient(ConfluenceTransport transport) => _transport = transport;

    /// <summary>Sends a request and returns its answer as JSON.</summary>
    /// <param name="method">The method: GET, HEAD, POST, PUT, PATCH or DELETE.</param>
    /// <param name="path">The path, with its query.</param>
    /// <param name="body">The body to send; null for none.</param>
    /// <param name="options">Settings of this call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer. Its <see cref="JsonElement.ValueKind"/> is <see cref="JsonValueKind.Undefined"/> if the server says that there is none, as it does for most deletions.</returns>
    /// <exception cref="ArgumentException">The method, the path or the body cannot be sent; the message says what to write.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused the call; the message says why and what to do.</exception>
    /// <exception cref="ConfluenceResponseException">The answer is not JSON, or a GET has no answer.</exception>
    public virtual Task<JsonElement> SendAsync(
        HttpMethod method, string path, RawBody? body = null, RawOptions? options = null, CancellationToken cancellationToken = default) =>
        _transport.SendForAnyAsync(Request(method, path, body, options), cancellationToken);

    /// <summary>Sends a request and returns its answer as a model of this library.</summary>
    /// <typeparam name="T">The model, such as <c>PageDetails</c>.</typeparam>
    /// <param name="method">The method: GET, POST, PUT, PATCH or DELETE.</param>
    /// <param name="path">The path, with its query.</param>
    /// <param name="body">The body to send; null for none.</param>
    /// <param name="options">Settings of this call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">The method, the path or the body cannot be sent; the message says what to write.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused the call; the message says why and what to do.</exception>
    /// <exception cref="ConfluenceResponseException">There is no answer, or it is not JSON of this model.</exception>
    public virtual Task<T> SendAsync<T>(
        HttpMethod method, string path, RawBody? body = null, RawOptions? options = null, CancellationToken cancellationToken = default)
        where T : IJsonModel<T> => _transport.SendAsync(WithResult(method, path, body, options), JsonItem.Model<T>, cancellationToken);

    /// <summary>Sends a request and returns its answer as a type of your own, without reflection.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="method">The method: GET, POST, PUT, PATCH or DELETE.</param>
    /// <param name="path">The path, with its query.</param>
    /// <param name="resultType">The type's JSON contract: a property of your <see cref="System.Text.Json.Serialization.JsonSerializerContext"/>.</param>
    /// <param name="body">The body to send; null for none.</param>
    /// <param name="options">Settings of this call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer; never null, unless <typeparamref name="T"/> is a nullable struct.</returns>
    /// <exception cref="ArgumentException">The method, the path or the body cannot be sent; the message says what to write.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused the call; the message says why and what to do.</exception>
    /// <exception cref="ConfluenceResponseException">There is no answer, or it is <c>null</c>, or it is not JSON of this type.</exception>
    public virtual Task<T> SendAsync<T>(
        HttpMethod method, string path, JsonTypeInfo<T> resultType, RawBody? body = null, RawOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resultType);
        return _transport.SendAsync(WithResult(method, path, body, options), JsonContract.Reader(resultType), cancellationToken);
    }

    /// <summary>Sends a request whose answer does not matter. <see cref="ConfluenceRequestOptions.OnResponse"/> reports its status and headers.</summary>
    /// <param name="method">The method: GET, HEAD, POST, PUT, PATCH or DELETE.</param>
    /// <param name="path">The path, with its query.</param>
    /// <param name="body">The body to send; null for none.</param>
    /// <param name="options">Settings of this call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when Confluence has accepted the call.</returns>
    /// <exception cref="ArgumentException">The method, the path or the body cannot be sent; the message says what to write.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused the call; the message says why and what to do.</exception>
    /// <exception cref="ConfluenceResponseException">The answer is a web page, which does not come from Confluence's API.</exception>
    public virtual Task SendWithoutResultAsync(
        HttpMethod method, string path, RawBody? body = null, RawOptions? options = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(Request(method, path, body, options), cancellationToken);

    /// <summary>Gets a list, page by page, with its results as JSON.</summary>
    /// <param name="path">The path, with its query. A <c>limit</c> in it is the page size and takes precedence over <see cref="ConfluenceListOptions.PageSize"/>.</param>
    /// <param name="options">Settings of this list, including its paging if it differs from what Confluence usually does.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The results of all pages: the items of the array <c>results</c>. Nothing is sent before they are enumerated.</returns>
    /// <exception cref="ArgumentException">The path cannot be sent; the message says what to write.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused a page; thrown by the walk.</exception>
    /// <exception cref="ConfluenceResponseException">A page has no array <c>results</c>, or its items are of another type; thrown by the walk.</exception>
    public virtual Paged<JsonElement> GetListAsync(string path, RawListOptions? options = null, CancellationToken cancellationToken = default) =>
        List(path, JsonItem.Element, options, cancellationToken);

    /// <summary>Gets a list, page by page, with its results as models of this library.</summary>
    /// <typeparam name="T">The model, such as <c>Page</c>.</typeparam>
    /// <param name="path">The path, with its query. A <c>limit</c> in it is the page size and takes precedence over <see cref="ConfluenceListOptions.PageSize"/>.</param>
    /// <param name="options">Settings of this list, including its paging if it differs from what Confluence usually does.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The results of all pages: the items of the array <c>results</c>. Nothing is sent before they are enumerated.</returns>
    /// <exception cref="ArgumentException">The path cannot be sent; the message says what to write.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused a page; thrown by the walk.</exception>
    /// <exception cref="ConfluenceResponseException">A page has no array <c>results</c>, or its items are of another type; thrown by the walk.</exception>
    public virtual Paged<T> GetListAsync<T>(string path, RawListOptions? options = null, CancellationToken cancellationToken = default)
        where T : IJsonModel<T> => List(path, JsonItem.Model<T>, options, cancellationToken);

    /// <summary>Gets a list, page by page, with its results as a type of your own, without reflection. Null results are omitted.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="path">The path, with its query. A <c>limit</c> in it is the page size and takes precedence over <see cref="ConfluenceListOptions.PageSize"/>.</param>
    /// <param name="itemType">The type's JSON contract: a property of your <see cref="System.Text.Json.Serialization.JsonSerializerContext"/>.</param>
    /// <param name="options">Settings of this list, including its paging if it differs from what Confluence usually does.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The results of all pages: the items of the array <c>results</c>. Nothing is sent before they are enumerated.</returns>
    /// <exception cref="ArgumentException">The path cannot be sent; the message says what to write.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused a page; thrown by the walk.</exception>
    /// <exception cref="ConfluenceResponseException">A page has no array <c>results</c>, or its items are of another type; thrown by the walk.</exception>
    public virtual Paged<T> GetListAsync<T>(string path, JsonTypeInfo<T> itemType, RawListOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(itemType);
        return List(path, JsonContract.Reader(itemType), options, cancellationToken);
    }

    /// <summary>Downloads a file. Follows a redirect to the host that stores it, without the credential.</summary>
    /// <param name="path">The path, with its query.</param>
    /// <param name="options">Settings of this call.</param>
    /// <param name="cancellationToken">Cancels the call until the content begins.</param>
    /// <returns>The file, whose content is downloaded while it is read. Dispose it.</returns>
    /// <exception cref="ArgumentException">The path cannot be sent; the message says what to write.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused the call; the message says why and what to do.</exception>
    public virtual Task<ConfluenceDownload> DownloadAsync(string path, RawOptions? options = null, CancellationToken cancellationToken = default) =>
        _transport.DownloadAsync(Request(HttpMethod.Get, path, body: null, options), cancellationToken);

    private static ConfluenceRequest WithResult(HttpMethod method, string path, RawBody? body, RawOptions? options) => method != HttpMethod.Head
        ? Request(method, path, body, options)
        : throw new ArgumentException($"HEAD has no content to read. Call {nameof(SendWithoutResultAsync)}; {nameof(ConfluenceRequestOptions.OnResponse)} in its options reports status and headers.", nameof(method));

    private static ConfluenceRequest Request(HttpMethod method, string path, RawBody? body, RawOptions? options)
    {
        (string checkedPath, QueryBuilder? query) = RawPath.Parse(path);
        ConfluenceOperation operation = RawOperation.Of(method, checkedPath, options?.OperationName, options?.PathTemplate, options?.IsIdempotent);
        return body is null || operation.IsWrite
            ? new ConfluenceRequest(operation, checkedPath) { Query = query, Body = body?.Content, Options = options }
            : throw new ArgumentException($"{operation.Method} takes no body. Put the values into the query of the path, or use another method.", nameof(body));
    }

    private Paged<T> List<T>(string path, JsonItemReader<T> item, RawListOptions? options, CancellationToken cancellationToken)
    {
        (string checkedPath, QueryBuilder? query) = RawPath.Parse(path);
        ConfluenceOperation operation = RawOperation.Of(HttpMethod.Get, checkedPath, options?.OperationName, options?.PathTemplate, isIdempotent: null);
        PagingStyle style = (options?.Paging ?? UsualPaging(operation, checkedPath)) switch
        {
            RawPaging.Cursor => PagingStyle.Cursor,
            RawPaging.Offset => PagingStyle.Offset,
            RawPaging.Search => PagingStyle.Search,
            RawPaging other => throw new ArgumentOutOfRangeException(nameof(options), other, $"There is no such {nameof(RawPaging)}."),
        };

        // If a page fails, smaller ones start from the requested size.
        RawListOptions? sized = PageSizes.LimitOf(query) is > 0 and { } limit ? (options ?? new RawListOptions()) with { PageSize = limit } : options;
        return _transport.Page(new ConfluenceRequest(operation, checkedPath) { Query = query, Options = sized }, style, item, cancellationToken);
    }

    private static RawPaging UsualPaging(ConfluenceOperation operation, string path) =>
        operation.Api != "v1" ? RawPaging.Cursor
        : path.TrimEnd('/').EndsWith("/search", StringComparison.Ordinal) ? RawPaging.Search
        : RawPaging.Offset;
}
