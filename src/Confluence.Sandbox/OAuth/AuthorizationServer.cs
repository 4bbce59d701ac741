using Confluence.Sandbox.Grants;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.OAuth;

/// <summary>The authorization server: a page for consent and an address for tokens. As of a real one it has an origin of its own.</summary>
internal sealed class AuthorizationServer(GrantBook grants)
{
    private readonly AuthorizeEndpoint _authorize = new(grants);
    private readonly TokenEndpoint _token = new(grants);

    /// <summary>Tells whether a request is one for tokens.</summary>
    public static bool AsksForTokens(string method, string path) => HttpMethods.IsPost(method) && path == TokenEndpoint.Path;

    /// <summary>Gives what may be told of a query. Only a browser on its way to the page for consent has a query of its own; elsewhere it may hold anything.</summary>
    public static string Told(string path, string query) => path == AuthorizeEndpoint.Path ? query : "";

    /// <summary>Answers a request to the authorization server.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="path">The path.</param>
    public Task AnswerAsync(Exchange exchange, string path)
    {
        string method = exchange.Request.Method;
        return path switch
        {
            AuthorizeEndpoint.Path => HttpMethods.IsGet(method) || HttpMethods.IsPost(method) ? _authorize.AnswerAsync(exchange) : throw NotAllowed("GET, POST"),
            TokenEndpoint.Path => HttpMethods.IsPost(method) ? _token.AnswerAsync(exchange) : throw NotAllowed("POST"),
            _ => throw Refusal.WithHtml(StatusCodes.Status404NotFound, "Page not found"),
        };
    }

    private static Refusal NotAllowed(string allowed)
    {
        Refusal refusal = Refusal.WithHtml(StatusCodes.Status405MethodNotAllowed, "Method not allowed");
        refusal.Headers["Allow"] = allowed;
        return refusal;
    }
}
