using System.Diagnostics.CodeAnalysis;

namespace Confluence.Sandbox.Http;

/// <summary>Answers a request. What it finds wrong it throws as a <see cref="Refusal"/>.</summary>
internal delegate Task RouteHandler(Exchange exchange);

/// <summary>What the table found for a path and method.</summary>
internal enum RouteOutcome
{
    Found,
    NoSuchPath,
    NoSuchMethod,
}

/// <summary>
/// The routes of one API. Templates are paths in which <c>{}</c> stands for one segment and a final <c>**</c> for any rest,
/// the empty one included. Of several that fit the one added first counts.
/// </summary>
internal sealed class RouteTable
{
    private readonly List<Route> _routes = [];

    public void Get(string template, Action<Exchange> handler) => Add("GET", template, exchange =>
    {
        handler(exchange);
        return Task.CompletedTask;
    });

    public void Add(string method, string template, RouteHandler handler) =>
        _routes.Add(new Route(method, template.Split('/', StringSplitOptions.RemoveEmptyEntries), handler));

    /// <summary>Finds the handler for a path, given without the prefix of the API and still percent-encoded.</summary>
    public RouteOutcome Find(
        string method, ReadOnlySpan<char> path, [NotNullWhen(true)] out RouteHandler? handler, out IReadOnlyList<string> values, out string allowed)
    {
        List<string> segments = [];
        foreach (Range range in path.Split('/'))
        {
            if (!path[range].IsEmpty)
            {
                segments.Add(Uri.UnescapeDataString(path[range]));
            }
        }

        handler = null;
        values = [];
        List<string> methods = [];
        foreach (Route route in _routes)
        {
            if (!route.Matches(segments, out List<string> found))
            {
                continue;
            }

            if (route.Method == method)
            {
                handler = route.Handler;
                values = found;
                allowed = "";
                return RouteOutcome.Found;
            }

            methods.Add(route.Method);
        }

        allowed = string.Join(", ", methods.Distinct());
        return methods.Count == 0 ? RouteOutcome.NoSuchPath : RouteOutcome.NoSuchMethod;
    }

    private sealed record Route(string Method, string[] Template, RouteHandler Handler)
    {
        public bool Matches(List<string> segments, out List<string> values)
        {
            values = [];
            bool open = Template is [.., "**"];
            int length = open ? Template.Length - 1 : Template.Length;
            if (open ? segments.Count < length : segments.Count != length)
            {
                return false;
            }

            for (int index = 0; index < length; index++)
            {
                if (Template[index] == "{}")
                {
                    values.Add(segments[index]);
                }
                else if (Template[index] != segments[index])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
