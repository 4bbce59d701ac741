using Confluence.Sandbox.Http;
using Confluence.Sandbox.Operations;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.V1;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.Server;

/// <summary>Finds what answers a request: a route, or the refusal that says why there is none.</summary>
internal static class Routing
{
    private static readonly RouteTable s_v1 = V1Routes.Create();
    private static readonly RouteTable s_v2 = V2Routes.Create();
    private static readonly RouteTable s_removed = RemovedRoutes.Create();

    /// <summary>Gives the handler of a request to one of the two APIs, with what stands in the places of its placeholders; else ends the request.</summary>
    public static RouteHandler Find(string method, in Door door, out IReadOnlyList<string> values)
    {
        (RouteTable table, string prefix) = door.Api == Api.V2 ? (s_v2, Door.V2Prefix) : (s_v1, Door.V1Prefix);
        ReadOnlySpan<char> path = door.Path.AsSpan(prefix.Length);
        DocumentedOperation? documented = DocumentedOperations.Find(method, door.Path);
        int words = documented is null ? 0 : documented.Words - prefix.Count(static sign => sign == '/') + 1;
        RouteOutcome outcome = table.Find(method, path, words, out RouteHandler? handler, out values, out string allowed);
        if (handler is not null)
        {
            return handler;
        }

        // What a document has comes before what is gone, whose templates fit a great deal.
        if (documented is not null)
        {
            throw NotInSandbox.Of(documented);
        }

        if (door.Api == Api.V1 && s_removed.Find(method, path, 0, out handler, out values, out _) == RouteOutcome.Found && handler is not null)
        {
            return handler;
        }

        if (outcome == RouteOutcome.NoSuchMethod)
        {
            Refusal refusal = Refusal.WithHtml(StatusCodes.Status405MethodNotAllowed, "Method not allowed");
            refusal.Headers["Allow"] = allowed;
            throw refusal;
        }

        throw Refusal.WithHtml(StatusCodes.Status404NotFound, "Page not found");
    }
}
