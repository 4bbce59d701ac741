using System.Text;
using System.Text.Json;
using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.State;

/// <summary>
/// Gives a body in the representation that was asked for.
/// </summary>
/// <remarks>
/// What a caller wrote comes back unchanged in the representation it was written in. In any other one it comes back as its
/// plain paragraphs: the sandbox keeps the words, not the layout.
/// </remarks>
internal static class BodyConversion
{
    public static string Render(BodyDocument document, string representation) => representation switch
    {
        Representations.Storage or "editor" => BodyRenderer.Storage(document),
        Representations.AtlasDocFormat => BodyRenderer.Adf(document),
        _ => BodyRenderer.Html(document),
    };

    public static string Convert(StoredBody body, string representation)
    {
        if (body.Representation == representation || (body.Representation == Representations.Storage && representation == "editor"))
        {
            return body.Value;
        }

        IReadOnlyList<string> lines = Lines(body);
        return representation == Representations.AtlasDocFormat ? BodyRenderer.AdfOfLines(lines) : Paragraphs(lines);
    }

    /// <summary>Gives the words of a body, one line a paragraph.</summary>
    public static IReadOnlyList<string> Lines(StoredBody body) => body.Representation switch
    {
        Representations.Storage => Markup.Lines(body.Value),
        Representations.AtlasDocFormat => AdfLines(body.Value),
        _ => body.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };

    private static string Paragraphs(IReadOnlyList<string> lines)
    {
        StringBuilder html = new();
        foreach (string line in lines)
        {
            html.Append("<p>").AppendEscaped(line).Append("</p>");
        }

        return html.ToString();
    }

    // Only documents that parsed as JSON objects are ever stored as ADF, so parsing again cannot fail.
    private static List<string> AdfLines(string adf)
    {
        List<string> lines = [];
        using JsonDocument document = JsonDocument.Parse(adf);
        if (document.RootElement.TryGetProperty("content", out JsonElement blocks) && blocks.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement block in blocks.EnumerateArray())
            {
                StringBuilder line = new();
                AppendText(line, block);
                if (line.Length > 0)
                {
                    lines.Add(line.ToString());
                }
            }
        }

        return lines;
    }

    private static void AppendText(StringBuilder line, JsonElement node)
    {
        if (node.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (node.TryGetProperty("text", out JsonElement text) && text.ValueKind == JsonValueKind.String)
        {
            line.Append(text.GetString());
        }

        if (node.TryGetProperty("content", out JsonElement content) && content.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement child in content.EnumerateArray())
            {
                AppendText(line, child);
            }
        }
    }
}
