using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Confluence.Contract.Tests.Calls;
using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Judges;
using Confluence.Contract.Tests.Samples;
using Confluence.Contract.Tests.Stub;
using Confluence.Generated;

namespace Confluence.Contract.Tests.Runs;

/// <summary>Calls one operation in every pass against the stub, and lets the judges look at what was sent and at what was read.</summary>
internal sealed class OperationRun
{
    private readonly ContractOperation _operation;
    private readonly StubServer _stub;
    private readonly OperationMethod _method;
    private readonly OperationOutcome _outcome;

    private OperationRun(ConfluenceClient client, StubServer stub, ContractOperation operation, OperationOutcome outcome)
    {
        _operation = operation;
        _stub = stub;
        _outcome = outcome;
        _method = OperationMethod.Find(client, operation);
    }

    public static async Task<OperationOutcome> RunAsync(ConfluenceClient client, StubServer stub, ContractOperation operation)
    {
        OperationOutcome outcome = new(operation);
        OperationRun run = new(client, stub, operation, outcome);
        foreach (SampleStyle style in operation.Answer.Schema is null ? [SampleStyle.Complete, SampleStyle.Sparse] : Enum.GetValues<SampleStyle>())
        {
            await run.PassAsync(style);
        }

        await run.SinglesAsync();

        return outcome;
    }

    private async Task PassAsync(SampleStyle style)
    {
        CallPlan plan = style == SampleStyle.Sparse ? CallPlan.Sparse(_operation) : CallPlan.Complete(_operation);
        _outcome.Options = Math.Max(_outcome.Options, plan.Parameters.Count(parameter => !_operation.IsAlwaysSent(parameter.Description)));
        await RecordAsync(style.ToString(), plan, problems => CallAsync(plan, style, problems));
    }

    /// <summary>Judges requests only: what answers say has been judged in the other passes.</summary>
    private async Task SinglesAsync()
    {
        StubAnswer[] answers = [.. StubAnswers.Of(CallPlan.Sparse(_operation), SampleStyle.Sparse, _stub.Address)];
        foreach ((string name, CallPlan plan) in CallPlan.Singles(_operation))
        {
            await RecordAsync($"{name} alone", plan, async problems =>
            {
                _stub.Prepare(answers);
                await CallResult.OfAsync(_method.Call(plan), mostPages: 1);
                CheckRequests(plan, _operation.Answer.IsRedirect ? 2 : 1, problems);
                _outcome.Singles++;
            });
        }
    }

    private async Task RecordAsync(string pass, CallPlan plan, Func<List<string>, Task> call)
    {
        List<string> problems = [];
        try
        {
            await call(problems);
        }
        catch (Exception exception) when (exception is ConfluenceException or InvalidOperationException or ArgumentException or FormatException)
        {
            problems.Add($"{exception.GetType().Name}: {exception.Message}");
            if (_stub.TakeArrived() is [var (operation, request), ..])
            {
                problems.AddRange(RequestJudge.Check(plan, operation, request));
            }
        }

        _outcome.Problems.AddRange(problems.Select(problem => $"{pass}: {problem}"));
    }

    private Task CallAsync(CallPlan plan, SampleStyle style, List<string> problems) => _operation switch
    {
        { Paging: { } form } => CallPagesAsync(plan, form, style, problems),
        { Answer.IsBytes: true } => CallBytesAsync(plan, problems),
        { Answer.Schema: not null } => CallValueAsync(plan, style, problems),
        _ => CallNothingAsync(plan, problems),
    };

    private async Task CallNothingAsync(CallPlan plan, List<string> problems)
    {
        _stub.Prepare(new StubAnswer(_operation.Answer.Status, null, []));
        CallResult result = await CallResult.OfAsync(_method.Call(plan), mostPages: 1);
        bool isYes = !_operation.IsWrite && result.Value is true;
        if (result.Value is not null && !isYes)
        {
            problems.Add($"the document describes no answer, and {result.Value} was read");
        }

        CheckRequests(plan, 1, problems);
    }

    private async Task CallBytesAsync(CallPlan plan, List<string> problems)
    {
        byte[] content = Encoding.UTF8.GetBytes($"content of {_operation}");
        string type = _operation.Answer.MediaType ?? "image/png";
        StubAnswer bytes = new(200, type, content);
        _stub.Prepare(_operation.Answer.IsRedirect ? [new StubAnswer(302, null, []) { Location = $"{_stub.Address}{StubServer.MediaPath}?token=1" }, bytes] : [bytes]);
        CallResult result = await CallResult.OfAsync(_method.Call(plan), mostPages: 1);
        if (result.File is not { } file || file.ContentType != type || !file.Content.AsSpan().SequenceEqual(content))
        {
            problems.Add($"{content.Length} bytes of {type} were sent, and {result.File?.Content.Length} bytes of {result.File?.ContentType} were read");
        }

        IReadOnlyList<(string Operation, ArrivedRequest Request)> arrived = CheckRequests(plan, _operation.Answer.IsRedirect ? 2 : 1, problems);
        if (_operation.Answer.IsRedirect && arrived is [_, var (place, followed)] && (place != StubServer.MediaPath || followed.Header("Authorization") is not null))
        {
            problems.Add($"the redirect led to {place}, with {(followed.Header("Authorization") is null ? "no" : "the")} credential");
        }
    }

    private async Task CallValueAsync(CallPlan plan, SampleStyle style, List<string> problems)
    {
        JsonNode? sample = new SampleMaker(style, isAnswer: true).Make(_operation.Answer.Schema ?? throw new InvalidOperationException("There is no schema."), "answer");
        _stub.Prepare(StubAnswer.Json(_operation.Answer.Status, sample?.ToJsonString() ?? "null"));
        CallResult result = await CallResult.OfAsync(_method.Call(plan), mostPages: 1);
        CheckValue(result.Value, sample, style, "answer", problems);
        CheckRequests(plan, 1, problems);
        _outcome.PayloadsOf[style] = 1;
    }

    private async Task CallPagesAsync(CallPlan plan, PagingForm form, SampleStyle style, List<string> problems)
    {
        PageAnswers answers = PageAnswers.Make(plan, form, style);
        StubAnswer[] pages = [.. new[] { answers.First, answers.Second }.Select(page => StubAnswer.Json(_operation.Answer.Status, page.ToJsonString()))];
        _stub.Prepare(pages);
        CallResult result = await CallResult.OfAsync(_method.Call(plan), mostPages: 3);
        if (result.Pages is not [var first, var second])
        {
            problems.Add($"two pages were sent, and {result.Pages?.Count} were read");
            return;
        }

        CheckPage(first, answers.First, style, "page 1", problems);
        CheckPage(second, answers.Second, style, "page 2", problems);
        if (first.ContinuationToken is null || second.ContinuationToken is not null)
        {
            problems.Add("the first page alone must lead to another one");
        }

        CheckNext(answers, CheckRequests(plan, 2, problems)[^1], problems);
        _outcome.PayloadsOf[style] = 2;
        if (style == SampleStyle.Complete && first.ContinuationToken is { } token)
        {
            _stub.Prepare(pages[1]);
            CallResult resumed = await CallResult.OfAsync(_method.Call(plan), mostPages: 3, token);
            CheckPage(resumed.Pages?.SingleOrDefault() ?? throw new InvalidOperationException("Going on at page 2 gave more than page 2."), answers.Second, style, "page 2, resumed", problems);
            CheckNext(answers, _stub.TakeArrived()[^1], problems);
        }
    }

    private void CheckNext(PageAnswers answers, (string Operation, ArrivedRequest Request) next, List<string> problems)
    {
        if (next.Operation != _operation.ToString() || !next.Request.Query.SequenceEqual(answers.SecondQuery, StringComparer.Ordinal))
        {
            problems.Add($"page 2 is {string.Join(" & ", answers.SecondQuery)}, and {string.Join(" & ", next.Request.Query)} was asked of {next.Operation}");
        }
    }

    private void CheckPage(ReadPage page, JsonObject arrived, SampleStyle style, string place, List<string> problems)
    {
        CheckValue(page.Items, arrived["results"], style, $"{place} results", problems);
        TypedJudge judge = new();
        foreach ((string name, JsonNode? value) in arrived)
        {
            // What the walk itself goes by is not shown to callers as numbers.
            bool isOwn = name == "results" || (name is "start" or "limit" or "size" && value is not null);
            if (name == "totalSize" && value is not null)
            {
                judge.Check(page.TotalSize, value, $"{place} {name}");
            }
            else if (!isOwn)
            {
                judge.Check(page.Others.TryGetValue(name, out JsonElement other) && other.ValueKind != JsonValueKind.Null ? other : null, value, $"{place} {name}");
            }
        }

        problems.AddRange(judge.Problems);
    }

    private void CheckValue(object? value, JsonNode? arrived, SampleStyle style, string place, List<string> problems)
    {
        TypedJudge judge = new(hasAllMembers: style is SampleStyle.Complete or SampleStyle.Newer);
        judge.Check(value, arrived, place);
        problems.AddRange(judge.Problems);
        _outcome.Untyped.UnionWith(judge.Untyped);
        JsonNode? written = JsonSerializer.SerializeToNode(value, value?.GetType() ?? typeof(object));
        if (!JsonNode.DeepEquals(written, arrived))
        {
            problems.Add($"{place}: {arrived?.ToJsonString()} arrived, and {written?.ToJsonString()} was written back");
        }

    }

    private IReadOnlyList<(string Operation, ArrivedRequest Request)> CheckRequests(CallPlan plan, int count, List<string> problems)
    {
        IReadOnlyList<(string Operation, ArrivedRequest Request)> arrived = _stub.TakeArrived();
        if (arrived.Count != count)
        {
            throw new InvalidOperationException($"{count} requests were expected, and {arrived.Count} arrived.");
        }

        IReadOnlyList<string> wrong = RequestJudge.Check(plan, arrived[0].Operation, arrived[0].Request);
        problems.AddRange(wrong);
        _outcome.Requests += wrong.Count == 0 ? count : 0;
        return arrived;
    }
}
