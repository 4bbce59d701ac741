using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.Operations;

/// <summary>
/// What is answered to an operation that Confluence has and the sandbox lacks: 501 in words of its own, in the shape of both APIs at once, so that
/// nobody takes it for a thing that is not there, or for an operation that Atlassian removed.
/// </summary>
internal static class NotInSandbox
{
    /// <summary>What HTTP calls a method that the server does not have.</summary>
    private const int Status = 501;

    public static Refusal Of(DocumentedOperation operation)
    {
        string text = $"The sandbox does not have the operation {operation.Id} ({operation.Method} {operation.Path}). A real site has it; give the sandbox an answer with SandboxOptions.Rules.";
        return Refusal.WithJson(Status, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("statusCode"u8, Status);
            writer.WriteString("message"u8, text);
            writer.WriteStartArray("errors"u8);
            writer.WriteStartObject();
            writer.WriteNumber("status"u8, Status);
            writer.WriteString("code"u8, "NOT_IN_SANDBOX"u8);
            writer.WriteString("title"u8, text);
            writer.WriteNull("detail"u8);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }
}
