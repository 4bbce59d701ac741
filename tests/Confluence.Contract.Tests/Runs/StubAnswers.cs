using System.Text.Json.Nodes;
using Confluence.Contract.Tests.Calls;
using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Samples;
using Confluence.Contract.Tests.Stub;

namespace Confluence.Contract.Tests.Runs;

/// <summary>What the stub answers to a call of which only the request is judged.</summary>
internal static class StubAnswers
{
    /// <summary>The answers to the requests of one call; of a list, its first page.</summary>
    public static IEnumerable<StubAnswer> Of(CallPlan plan, SampleStyle style, string address)
    {
        ContractOperation operation = plan.Operation;
        StubAnswer bytes = new(200, operation.Answer.MediaType ?? "image/png", "content"u8.ToArray());
        return operation switch
        {
            { Paging: { } form } => [Json(operation, PageAnswers.Make(plan, form, style).First)],
            { Answer.IsRedirect: true } => [new StubAnswer(302, null, []) { Location = address + StubServer.MediaPath }, bytes],
            { Answer.IsBytes: true } => [bytes],
            { Answer.Schema: { } schema } => [Json(operation, new SampleMaker(style, isAnswer: true).Make(schema, "answer"))],
            _ => [new StubAnswer(operation.Answer.Status, null, [])],
        };
    }

    private static StubAnswer Json(ContractOperation operation, JsonNode? body) => StubAnswer.Json(operation.Answer.Status, body?.ToJsonString() ?? "null");
}
