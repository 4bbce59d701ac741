using System.Globalization;
using System.Net.Http.Headers;
using System.Reflection;
using Confluence.Generated.Answers.Decoding;
using Confluence.Generated.Calls;
using Confluence.Generated.Requests;

namespace Confluence.Generated.Http;

/// <summary>Builds the HTTP message of one attempt, without the credential.</summary>
internal sealed class RequestMessageFactory
{
    /// <summary>From this length on, the client asks the server before it sends the body, so that a refusal such as 413 arrives first.</summary>
    private const long LargeBody = 1024 * 1024;

    private static readonly string s_encodings = string.Join(", ", ContentDecoder.Encodings);

    /// <summary>What the library calls itself to servers.</summary>
    public static string OwnProduct { get; } = $"Confluence.Generated/{OwnVersion()}";

    private readonly bool _asksForCompression;
    private readonly string _userAgent;

    /// <summary>Creates the factory.</summary>
    /// <param name="applicationName">The name of the calling application; null for none.</param>
    /// <param name="asksForCompression">Whether requests ask for compressed answers; the default headers of a given client may decide that themselves.</param>
    public RequestMessageFactory(string? applicationName, bool asksForCompression)
    {
        _asksForCompression = asksForCompression;
        _userAgent = string.Join(' ', [OwnProduct, .. ParseApplication(applicationName)]);
    }

    public HttpRequestMessage Create(ConfluenceSite site, ConfluenceRequest request, WantedAnswer wanted)
    {
        string query = request.QueryText;
        HttpRequestMessage message = CreateNamed(HttpMethod.Parse(request.Operation.Method), new Uri(site.Base + request.Path + (query.Length == 0 ? query : "?" + query), UriKind.Absolute));
        Add(message, "Accept", wanted == WantedAnswer.Download ? "*/*" : "application/json");
        if (request.Settings.AdditionalHeaders is { } additional)
        {
            foreach ((string name, string value) in additional)
            {
                message.Headers.TryAddWithoutValidation(name, value); // They were checked when the options were created; the framework would split values.
            }
        }

        if (request.Operation is { Api: "v1", IsWrite: true } && !message.Headers.Contains("X-Atlassian-Token"))
        {
            // v1 rejects a write without it as a forged browser request.
            Add(message, "X-Atlassian-Token", "no-check");
        }

        if (wanted == WantedAnswer.Download)
        {
            AskForPlainContent(message);
            AskFor(request.Rest, message);
        }
        else if (_asksForCompression)
        {
            Add(message, "Accept-Encoding", s_encodings);
        }

        HttpContent? content = request.Body?.CreateContent();
        message.Content = content is null
            ? EmptyContent(request.Operation.Method, request.Operation is { IsWrite: true, IsIdempotent: false })
            : new OutgoingContent(content, isSentOnce: request.Operation is { IsWrite: true, IsIdempotent: false });
        if (content is not null && (content.Headers.ContentLength is not { } length || length >= LargeBody))
        {
            message.Headers.ExpectContinue = true;
        }

        return message;
    }

    /// <summary>Creates a message that reveals only the <c>User-Agent</c>, for hosts other than the site.</summary>
    public HttpRequestMessage CreateBare(HttpMethod method, Uri uri, RestOfFile? rest = null)
    {
        HttpRequestMessage message = CreateNamed(method, uri);
        Add(message, "Accept", "*/*");
        AskForPlainContent(message);
        AskFor(rest, message);
        message.Content = EmptyContent(method.Method, isSentOnce: false);
        return message;
    }

    /// <summary>Compressed content has no length that a caller could use.</summary>
    private static void AskForPlainContent(HttpRequestMessage message) => Add(message, "Accept-Encoding", "identity");

    private static void AskFor(RestOfFile? rest, HttpRequestMessage message)
    {
        if (rest is not null)
        {
            Add(message, "Range", string.Create(CultureInfo.InvariantCulture, $"bytes={rest.From}-"));
            Add(message, "If-Range", rest.Validator);
        }
    }

    private HttpRequestMessage CreateNamed(HttpMethod method, Uri uri)
    {
        HttpRequestMessage message = new(method, uri);
        Add(message, "User-Agent", _userAgent);
        return message;
    }

    /// <summary>Adds a header unparsed: parsed values would be allocated for each message.</summary>
    private static void Add(HttpRequestMessage message, string name, string value) => message.Headers.TryAddWithoutValidation(name, value);

    private static OutgoingContent EmptyContent(string method, bool isSentOnce)
    {
        OutgoingContent content = new(inner: null, isSentOnce);
        if (method is "POST" or "PUT" or "PATCH")
        {
            // Confluence rejects a write without a body unless it has a content type all the same.
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return content;
    }

    private static string OwnVersion()
    {
        AssemblyInformationalVersionAttribute version = typeof(RequestMessageFactory).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!; // The SDK adds it to every assembly.
        return version.InformationalVersion.Split('+')[0]; // The revision after the plus sign is not sent.
    }

    private static IEnumerable<ProductInfoHeaderValue> ParseApplication(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield break;
        }

        foreach (string part in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return ProductInfoHeaderValue.TryParse(part, out ProductInfoHeaderValue? product) && product.Product is not null
                ? product
                : throw new ArgumentException($"The option {nameof(ConfluenceClientOptions.ApplicationName)} contains '{part}', which is not valid in a User-Agent. Use a name without spaces or special characters, optionally with a version after a slash: Wiki-Mirror/1.4.");
        }
    }
}
