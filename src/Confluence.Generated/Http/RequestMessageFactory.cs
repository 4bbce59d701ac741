using System.Net.Http.Headers;
using System.Reflection;

namespace Confluence.Generated.Http;

/// <summary>Builds the HTTP message of one attempt, without the credential.</summary>
internal sealed class RequestMessageFactory
{
    private readonly ConfluenceSite _site;
    private readonly List<ProductInfoHeaderValue> _userAgent;

    public RequestMessageFactory(ConfluenceSite site, string? applicationName)
    {
        _site = site;
        _userAgent = [new ProductInfoHeaderValue("Confluence.Generated", OwnVersion()), .. ParseApplication(applicationName)];
    }

    public HttpRequestMessage Create(ConfluenceRequest request, WantedAnswer wanted)
    {
        string query = request.Query?.ToString() ?? string.Empty;
        HttpRequestMessage message = CreateBare(new HttpMethod(request.Operation.Method), new Uri(_site.Base + request.Path + (query.Length == 0 ? query : "?" + query), UriKind.Absolute));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(wanted == WantedAnswer.Download ? "*/*" : "application/json"));
        if (request.Operation is { Api: "v1", IsWrite: true })
        {
            // v1 takes a write without it for a forged browser request.
            message.Headers.Add("X-Atlassian-Token", "no-check");
        }

        message.Content = request.Body?.CreateContent() ?? EmptyContent(request.Operation.Method);
        return message;
    }

    /// <summary>A message with nothing but the <c>User-Agent</c>, fit for a host that is none of ours.</summary>
    public HttpRequestMessage CreateBare(HttpMethod method, Uri uri)
    {
        HttpRequestMessage message = new(method, uri);
        foreach (ProductInfoHeaderValue product in _userAgent)
        {
            message.Headers.UserAgent.Add(product);
        }

        return message;
    }

    private static ByteArrayContent? EmptyContent(string method) =>
        // Confluence rejects a write without a body unless it names the type of the body that it does not have.
        method is "POST" or "PUT" or "PATCH" ? new ByteArrayContent([]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } : null;

    private static string OwnVersion()
    {
        AssemblyInformationalVersionAttribute version = typeof(RequestMessageFactory).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!; // The SDK puts it into every assembly.
        return version.InformationalVersion.Split('+')[0]; // The revision behind the plus sign is nobody's business.
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
                : throw new ArgumentException($"The option {nameof(ConfluenceClientOptions.ApplicationName)} holds '{part}', which cannot stand in a User-Agent. Write a name without spaces and special characters, and after a slash the version if you like: Wiki-Mirror/1.4.");
        }
    }
}
