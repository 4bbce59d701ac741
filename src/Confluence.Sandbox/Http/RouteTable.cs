using System.Diagnostics.CodeAnalysis;
using Confluence.Sandbox.Refusals;

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
/// The routes of one API. Templates are paths in which <c>{}</c> stands for one segment. Of several that fit the one with the most words of its own
/// counts, as on a real site: <c>group/by-id</c> before <c>group/{}</c>.
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
    /// <param name="method">The method in capitals.</param>
    /// <param name="path">The path.</param>
    /// <param name="leastWords">How many words of its own a route must have: fewer mean that another operation is asked for, which the table lacks.</param>
    /// <param name="handler">The handler; null when there is none.</param>
    /// <param name="values">What stands in the places of the placeholders.</param>
    /// <param name="allowed">The methods that the path has, when it lacks this one.</param>
    public RouteOutcome Find(
        string method, ReadOnlySpan<char> path, int leastWords, [NotNullWhen(true)] out RouteHandler? handler, out IReadOnlyList<string> values, out string allowed)
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
        int words = leastWords - 1;
        foreach (Route route in _routes)
        {
            if (!route.Matches(segments, out List<string> found))
            {
                continue;
            }

            if (route.Method == method && route.Words > words)
            {
                words = route.Words;
                handler = route.Handler;
                values = found;
            }

            methods.Add(route.Method);
        }

        allowed = handler is null ? string.Join(", ", methods.Distinct()) : "";
        if (handler is not null)
        {
            return RouteOutcome.Found;
        }

        return methods.Count == 0 ? RouteOutcome.NoSuchPath : RouteOutcome.NoSuchMethod;
    }

    private sealed record Route(string Method, string[] Template, RouteHandler Handler)
    {
        public int Words { get; } = Template.Count(static segment => segment != "{}");

        public bool Matches(List<string> segments, out List<string> values)
        {
            values = [];
            if (segments.Count != Template.Length)
            {
                return false;
            }

            for (int index = 0; index < Template.Length; index++)
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
