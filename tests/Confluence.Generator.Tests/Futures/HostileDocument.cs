using System.Text.Json;
using System.Text.Json.Nodes;

namespace Confluence.Generator.Tests.Futures;

/// <summary>The document <c>present.json</c> with names and texts that want to be code, a file, another message or a command of the terminal, at every place that takes one.</summary>
internal static class HostileDocument
{
    /// <summary>Texts that stand at every place; of most, C# names can be made.</summary>
    private static readonly string[] s_named =
    [
        "\"; class Evil { } //",
        "*/ class Evil1 { } /*",
        "a\nclass Evil2 { }\r\n#error Evil",
        "</summary><see cref=\"Evil3\"/>",
        "{0}{{Value4}}{",
        "$\"{Value5}\" \"\"\"",
        "\\u0022; class Evil6 { }",
        "../../../Outside",
        "..\\..\\..\\Outside1",
        "/etc/Outside2",
        "C:\\Outside3",
        "spec.json(1,1): error CONF001: Forged\n::error::Forged1",
        "\u001b[31mRed\u001b[0m",
        "\u202egnorW\u2028Line\u2029Paragraph\u0085Next",
        "class",
        "__arglist",
        "record",
        "CON",
        "nul",
        "ConfluenceClient",
        "Confluence",
        "Site",
        "System",
        "V2",
        "\u00dcn\u00efc\u00f6de \u65e5\u672c \ud83d\ude00 e\u0301x",
        "' @.name=='x",
        "`code` <https://example.test/`x`>",
        "| a | table |",
        "x~1y~0z",
        "\u65e5\u672c",
        new('a', 3000),
    ];

    /// <summary>How many operations are hostile.</summary>
    public static int Count => s_named.Length;

    public static string Text { get; } = Make();

    private static string Make()
    {
        var root = (JsonObject)JsonNode.Parse(FutureTree.Present)!; // The file holds an object.
        JsonObject paths = root["paths"]!.AsObject();
        JsonObject schemas = root["components"]!["schemas"]!.AsObject();
        for (int i = 0; i < s_named.Length; i++)
        {
            string text = s_named[i];
            string word = new([.. text.Where(c => !char.IsWhiteSpace(c) && c is not ('{' or '}'))]);
            schemas.Add(word, Schema(text));
            if (word != text)
            {
                schemas.Add(text, Schema(text));
            }

            paths.Add($"/hostile/{i}/{text.Replace('{', '(').Replace('}', ')')}/{{{word}}}", new JsonObject
            {
                ["post"] = new JsonObject
                {
                    ["tags"] = new JsonArray(text),
                    ["operationId"] = word + i,
                    ["summary"] = text,
                    ["description"] = text,
                    ["x-atlassian-oauth2-scopes"] = new JsonArray(new JsonObject { ["scheme"] = "s", ["state"] = "Current", ["scopes"] = new JsonArray(word) }),
                    ["parameters"] = new JsonArray(
                        new JsonObject { ["name"] = word, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" } },
                        new JsonObject { ["name"] = text, ["in"] = "query", ["description"] = text, ["schema"] = new JsonObject { ["type"] = "string", ["default"] = text, ["enum"] = new JsonArray(text, "usual") } }),
                    ["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(word) },
                    ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = text, ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Schema(text) } } } },
                },
            });
        }

        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static JsonObject Schema(string text) => new()
    {
        ["type"] = "object",
        ["description"] = text,
        ["required"] = new JsonArray(text),
        ["properties"] = new JsonObject
        {
            [text] = new JsonObject { ["type"] = "string", ["description"] = text, ["default"] = text },
            ["kind"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(text, "usual") },
        },
    };

    private static JsonObject Content(string schema) => new()
    {
        ["application/json"] = new JsonObject
        {
            ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/" + schema.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal) },
        },
    };
}
