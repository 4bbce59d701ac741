using System.Text.RegularExpressions;
using Confluence.Contract.Tests.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using WireMock;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;
using WireMock.Types;
using WireMock.Util;

namespace Confluence.Contract.Tests.Stub;

/// <summary>
/// A WireMock server on the loopback address with one mapping for each operation of the documents, by method and path template. It gives
/// the answers that are prepared, and keeps what arrived with the operation that it matched. What matches no operation gets 404.
/// </summary>
internal sealed class StubServer : IDisposable
{
    /// <summary>Where redirects to files lead.</summary>
    public const string MediaPath = "/contract-media";

    private readonly WireMockServer _server = WireMockServer.Start(new WireMockServerSettings
    {
        Urls = ["http://127.0.0.1:0"],
        StartAdminInterface = false,
        MaxRequestLogCount = 1,
        PreWireMockMiddlewareInit = static builder => KeepTargets((IApplicationBuilder)builder),
    });

    private readonly Queue<StubAnswer> _answers = new();
    private readonly List<(string Operation, ArrivedRequest Request)> _arrived = [];
    private readonly Lock _lock = new();

    public StubServer(IEnumerable<ContractOperation> operations)
    {
        foreach (ContractOperation operation in operations)
        {
            Map(operation.Method, PatternOf(operation.Path), operation.ToString(), priority: operation.Path.Count(static sign => sign == '{'));
        }

        Map("GET", $"^{MediaPath}$", MediaPath, priority: 0);
    }

    public string Address => _server.Urls[0];

    /// <summary>Forgets what arrived, and prepares the answers to the next requests.</summary>
    public void Prepare(params IEnumerable<StubAnswer> answers)
    {
        lock (_lock)
        {
            _arrived.Clear();
            _answers.Clear();
            foreach (StubAnswer answer in answers)
            {
                _answers.Enqueue(answer);
            }
        }
    }

    /// <summary>The requests that matched an operation since the last preparation, with the operation.</summary>
    public IReadOnlyList<(string Operation, ArrivedRequest Request)> TakeArrived()
    {
        lock (_lock)
        {
            return [.. _arrived];
        }
    }

    public void Dispose() => _server.Dispose();

    /// <summary>A segment in braces stands for one segment, and literal segments come before those: the mappings' priority says so.</summary>
    private static string PatternOf(string path) => $"^{Regex.Replace(Regex.Escape(path), @"\\\{[^/}]*}", "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1))}$";

    private static void KeepTargets(IApplicationBuilder builder) => builder.Use(static (context, next) =>
    {
        context.Request.Headers[ArrivedRequest.TargetHeader] = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return next(context);
    });

    private void Map(string method, string pattern, string name, int priority) => _server
        .Given(Request.Create().UsingMethod(method).WithPath(new RegexMatcher(pattern)))
        .AtPriority(priority + 1)
        .RespondWith(Response.Create().WithCallback(message => Answer(name, message)));

    private ResponseMessage Answer(string operation, IRequestMessage message)
    {
        StubAnswer answer;
        lock (_lock)
        {
            _arrived.Add((operation, ArrivedRequest.Of(message)));
            answer = _answers.Count > 0 ? _answers.Dequeue() : StubAnswer.Json(500, """{"message":"The stub has no further answer."}""");
        }

        ResponseMessage response = new() { StatusCode = answer.Status, Headers = new Dictionary<string, WireMockList<string>>() };
        if (answer.Location is { } location)
        {
            response.Headers["Location"] = new WireMockList<string>(location);
        }

        if (answer.MediaType is { } type)
        {
            response.Headers["Content-Type"] = new WireMockList<string>(type);
            response.BodyData = new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = answer.Body };
        }

        return response;
    }
}
