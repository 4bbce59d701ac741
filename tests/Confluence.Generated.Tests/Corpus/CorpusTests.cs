using System.Collections;
using System.Net;
using System.Text.Json;
using Confluence.Generated.Tests.Conventions;

namespace Confluence.Generated.Tests.Corpus;

/// <summary>Real payloads go through the public client, and what it gives back, written again, says the same.</summary>
public sealed class CorpusTests
{
    private const string NoCorpus = "The corpus of recorded payloads does not lie beside this repository.";

    /// <summary>Members of a page that the client turns into properties of its own, or into the walk.</summary>
    private static readonly string[] s_envelope = ["results", "start", "limit", "size", "totalSize"];

    public static bool Exist => CorpusFiles.Exist;

    /// <summary>The answers; without a corpus one row that stands for them, so that the test is seen to be skipped.</summary>
    public static TheoryData<string> AnswerNames => Exist ? [.. CorpusFiles.Answers.Select(static file => file.Name)] : ["(no corpus)"];

    public static TheoryData<string, string, string, int, string> Refusals => Exist ? Errors : [Errors.First()];

    private static TheoryData<string, string, string, int, string> Errors => new()
    {
        { "errors/error-gateway-401-scope__1.json", "v2", "getPageById", 401, "ScopeMissing" },
        { "errors/error-v1-403-no-access__1.json", "v1", "getCurrentUser", 403, "CredentialRejected" },
        { "errors/error-v1-404-ancestor__1.json", "v1", "searchByCQL", 404, "NotFound" },
        { "errors/error-v1-409-optimistic-lock__1.json", "v1", "updateRestrictions", 409, "ConcurrentUpdate" },
        { "errors/error-v2-400-cursor__1.json", "v2", "getPages", 400, "InvalidCursor" },
        { "errors/error-v2-404-bad-credentials__1.json", "v2", "getSpaces", 404, "NotFoundOrCredentialRefused" },
        { "atlassian-python-api/error-v2-400-mock__1.json", "v2", "getPages", 400, "InvalidRequest" },
        { "marksync/error-createAttachment-400__1.json", "v1", "createAttachment", 400, "AttachmentExists" },
        { "marksync/error-updatePage-409__1.json", "v2", "updatePage", 409, "VersionConflict" },
    };

    [Fact(SkipUnless = nameof(Exist), Skip = NoCorpus)]
    public void Every_file_is_read_or_left_out_for_a_reason()
    {
        Assert.All(CorpusFiles.LeftOut.Keys, static name => CorpusFiles.Find(name));
        Assert.Equal(CorpusFiles.Errors.Select(static file => file.Name).Order(), Errors.Select(static row => row.Data.Item1).Order());
        Assert.Equal(CorpusFiles.All.Count, CorpusFiles.Answers.Count() + CorpusFiles.Errors.Count() + CorpusFiles.LeftOut.Count);
    }

    [Theory(SkipUnless = nameof(Exist), Skip = NoCorpus)]
    [MemberData(nameof(AnswerNames))]
    public async Task An_answer_is_read_and_written_back(string name)
    {
        CorpusFile file = CorpusFiles.Find(name);
        const string Item = "-record";
        bool isItem = file.OperationId.EndsWith(Item, StringComparison.Ordinal);
        OperationMethod operation = Assert.Single(Surface.Operations, method =>
            method.Operation.Api == file.Api && method.Operation.Id == (isItem ? file.OperationId[..^Item.Length] : file.OperationId));
        string text = isItem ? $$"""{"results":[{{CorpusFiles.Read(file)}}]}""" : CorpusFiles.Read(file);
        using JsonDocument arrived = JsonDocument.Parse(text);

        using StubClient client = new(HttpStatusCode.OK, text, validate: file.IsWhole);
        object result = await client.CallAsync(operation) ?? throw new InvalidOperationException($"{operation} gives nothing.");

        Assert.Empty(IsPage(result) ? DifferencesOfPage(arrived.RootElement, result) : JsonDifference.Between(arrived.RootElement, Write(result)));
    }

    [Theory(SkipUnless = nameof(Exist), Skip = NoCorpus)]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_becomes_an_exception_that_says_what_is_wrong(string name, string api, string operationId, int status, string kind)
    {
        OperationMethod operation = Assert.Single(Surface.Operations, method => method.Operation.Api == api && method.Operation.Id == operationId);
        using StubClient client = new((HttpStatusCode)status, CorpusFiles.Read(CorpusFiles.Find(name)));

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => client.CallAsync(operation));

        Assert.Equal(kind, exception.Kind.Value);
        ConfluenceError error = exception.Errors[0];
        Assert.NotNull(error.Title);
        Assert.Contains(error.Title.Split("Exception: ")[^1], exception.Message, StringComparison.Ordinal); // Names of exceptions are shortened.
        Assert.StartsWith($"{operationId} ({operation.Operation.Method} /wiki/", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"failed with {status} ({kind})", exception.Message, StringComparison.Ordinal);
    }

    private static bool IsPage(object result) => result.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ResultPage<>);

    private static IEnumerable<string> DifferencesOfPage(JsonElement arrived, object page)
    {
        object[] items = [.. Assert.IsAssignableFrom<IEnumerable>(Property(page, "Items")).Cast<object>()];
        JsonElement[] expected = [.. arrived.GetProperty("results").EnumerateArray()];
        Assert.Equal(expected.Length, items.Length);
        IReadOnlyDictionary<string, JsonElement> rest = Assert.IsAssignableFrom<IReadOnlyDictionary<string, JsonElement>>(Property(page, "AdditionalProperties"));
        string[] kept = [.. arrived.EnumerateObject().Select(static member => member.Name).Where(static name => !s_envelope.Contains(name))];
        Assert.Equal(kept, rest.Keys);
        return
        [
            .. expected.Zip(items).SelectMany(static (pair, index) => JsonDifference.Between(pair.First, Write(pair.Second), $"$.results[{index}]")),
            .. kept.SelectMany(name => JsonDifference.Between(arrived.GetProperty(name), rest[name], $"$.{name}")),
        ];
    }

    private static object? Property(object owner, string name) => owner.GetType().GetProperty(name)?.GetValue(owner);

    private static JsonElement Write(object value) => JsonSerializer.SerializeToElement(value, value.GetType());
}
