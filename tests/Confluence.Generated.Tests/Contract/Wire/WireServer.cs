using System.Text;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace Confluence.Generated.Tests.Contract.Wire;

/// <summary>
/// A server on the loopback address that gives scripted answers, and a client that talks to it over real HTTP. A request that no script
/// expects gets 404 and so fails its test. When the test ends, nothing that was logged may hold the token.
/// </summary>
internal sealed class WireServer : IDisposable
{
    public const string Email = "ada@example.com";
    public const string Token = "tok-5f0c1b7e9d3a4826-do-not-show";

    private readonly WireMockServer _server;
    private readonly ConfluenceClientOptions _options;
    private int _scripts;

    public WireServer(Action<ConfluenceClientOptions>? configure = null)
    {
        _server = WireMockServer.Start(new WireMockServerSettings { Urls = ["http://127.0.0.1:0"], StartAdminInterface = false });
        _options = new ConfluenceClientOptions
        {
            Site = Address,
            Credential = new ApiTokenCredential(Email, Token),
            LoggerFactory = Log,
            TimeProvider = Time,
            ApplicationName = "Contract-Tests/1.0",

            // The scripted answers hold what a test is about, and no more. MissingMemberTests judges answers that lack something.
        };
        configure?.Invoke(_options);
        Client = new ConfluenceClient(_options);
    }

    public ConfluenceClient Client { get; }

    public CapturedLog Log { get; } = new();

    public SkippingTime Time { get; } = new();

    public string Address => _server.Urls[0];

    /// <summary>The requests that arrived, in their order.</summary>
    public IReadOnlyList<SentRequest> Requests => [.. _server.LogEntries
        .Select(static entry => entry.RequestMessage ?? throw new InvalidOperationException("The server logged an entry without a request."))
        .Select(static request => new SentRequest(request))];

    /// <summary>The only request that arrived.</summary>
    public SentRequest Request => Assert.Single(Requests);

    /// <summary>Scripts the answers to a method and path: the first answer to the first request, and so on.</summary>
    public void Script(string method, string path, params WireAnswer[] answers)
    {
        string script = $"{method} {path} {_scripts++}";
        for (int i = 0; i < answers.Length; i++)
        {
            IRequestBuilder request = WireMock.RequestBuilders.Request.Create().UsingMethod(method).WithPath(path);
            var mapping = _server.Given(request).InScenario(script);
            if (i > 0)
            {
                mapping = mapping.WhenStateIs($"answered {i}");
            }

            mapping.WillSetStateTo($"answered {i + 1}").RespondWith(ResponseOf(answers[i]));
        }
    }

    /// <summary>Runs a call that must fail, and looks for the token in everything that the exception shows.</summary>
    public static async Task<TException> FailsAsync<TException>(Func<Task> call)
        where TException : Exception
    {
        TException exception = await Assert.ThrowsAsync<TException>(call);
        Secrets.AssertAbsent(exception);
        return exception;
    }

    public void Dispose()
    {
        Assert.All(Log.Entries, static entry => Secrets.AssertAbsent(entry.Text));
        Secrets.AssertAbsent($"{Client} {Client.Site} {_options} {_options.Credential}");
        Client.Dispose();
        _server.Stop();
        _server.Dispose();
    }

    private static IResponseBuilder ResponseOf(WireAnswer answer)
    {
        IResponseBuilder response = Response.Create().WithStatusCode(answer.Status).WithHeader("Content-Type", answer.ContentType);
        foreach ((string name, string value) in answer.Headers)
        {
            response = response.WithHeader(name, value);
        }

        return answer.Body is null ? response : response.WithBody(Encoding.UTF8.GetBytes(answer.Body));
    }
}
