using System.Text.Json;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.V2;

/// <summary>Reads which words of a page a new inline comment marks.</summary>
internal static class InlineSelection
{
    /// <summary>Reads the selection and checks it against the words of the page.</summary>
    /// <param name="root">The body of the request.</param>
    /// <param name="text">The words of the page.</param>
    /// <returns>The words.</returns>
    public static string Read(JsonElement root, string text)
    {
        if (!root.TryGetProperty("inlineCommentProperties", out JsonElement properties) || properties.ValueKind != JsonValueKind.Object)
        {
            throw V2Error.InvalidBody("'inlineCommentProperties' is required");
        }

        string selection = JsonRequest.RequiredText(properties, "textSelection");
        int count = Number(properties, "textSelectionMatchCount");
        int index = Number(properties, "textSelectionMatchIndex");
        int matches = text.Split(selection).Length - 1;
        return matches > 0 && count == matches && index >= 0 && index < matches
            ? selection
            : throw V2Error.InvalidBody(
                $"The page has the selected text {Exchange.Text(matches)} times, which does not fit textSelectionMatchCount {Exchange.Text(count)} and textSelectionMatchIndex {Exchange.Text(index)}");
    }

    private static int Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)
            ? number
            : throw V2Error.InvalidBody($"'inlineCommentProperties.{name}' is required and must be an integer");
}
