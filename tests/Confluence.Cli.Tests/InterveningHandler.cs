using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Confluence.Cli.Tests;

/// <summary>Stands between the tool and a server: writes requests down, and answers some of them instead of the server.</summary>
internal sealed class InterveningHandler(Func<string, HttpResponseMessage?> instead)
    : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private int _running;

    /// <summary>Gets the requests so far: method and path with query.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Gets the largest number of requests that were under way at once.</summary>
    public int Largest { get; private set; }

    /// <summary>Makes an answer of JSON.</summary>
    public static HttpResponseMessage Json(HttpStatusCode status, string json) => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    /// <summary>Makes the refusal of v2.</summary>
    public static HttpResponseMessage Refuse(HttpStatusCode status, string title) =>
        Json(status, $$"""{"errors":[{"status":{{(int)status}},"code":"X","title":"{{title}}","detail":null}]}""");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string what = $"{request.Method} {request.RequestUri?.PathAndQuery}";
        Requests.Enqueue(what);
        lock (Requests)
        {
            Largest = Math.Max(Largest, ++_running);
        }

        try
        {
            return instead(what) is { } answer ? Answered(answer, request) : await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            lock (Requests)
            {
                _running--;
            }
        }
    }

    private static HttpResponseMessage Answered(HttpResponseMessage answer, HttpRequestMessage request)
    {
        answer.RequestMessage = request;
        return answer;
    }
}
