using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Confluence.Benchmarks.Documents;

/// <summary>One answer of <c>GET /pages</c> with the greatest page size, the same bytes in every run.</summary>
internal sealed class PageListDocument
{
    public const int PageCount = 250;

    private const int BodyLength = 4_000;
    private const int SpaceCount = 4;
    private const int AuthorCount = 12;

    private static readonly DateTimeOffset s_begin = new(2024, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] s_words =
    [
        "release", "notes", "for", "the", "deployment", "of", "service", "Übersicht", "team", "and", "its", "review", "naïve", "plan",
        "quarter", "résumé", "owner", "decision", "日本語", "incident", "on", "call", "runbook", "with", "steps", "to", "take", "when",
        "alerts", "fire", "see", "also", "architecture", "overview", "draft", "until", "approved",
    ];

    private PageListDocument(string name, string description, IReadOnlyList<PageFacts> facts)
    {
        Name = name;
        Description = description;
        Facts = facts;
        Utf8 = PageListWriter.Write(facts);
    }

    /// <summary>Metadata: pages without bodies.</summary>
    public static PageListDocument Metadata { get; } = new("M", "pages without bodies", MakeFacts(withBody: false));

    /// <summary>Bodies: the same pages with bodies of about 4,000 characters.</summary>
    public static PageListDocument Bodies { get; } = new("B", $"pages with storage bodies of about {BodyLength.ToString("N0", CultureInfo.InvariantCulture)} characters", MakeFacts(withBody: true));

    public static IReadOnlyList<PageListDocument> All { get; } = [Metadata, Bodies];

    public string Name { get; }

    public string Description { get; }

    public IReadOnlyList<PageFacts> Facts { get; }

    public byte[] Utf8 { get; }

    public int CountTokens()
    {
        Utf8JsonReader reader = new(Utf8);
        int tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    public override string ToString() => Name;

    private static List<PageFacts> MakeFacts(bool withBody) => [.. Enumerable.Range(0, PageCount).Select(index => MakePage(index, withBody))];

    private static PageFacts MakePage(int index, bool withBody)
    {
        string id = Text($"{98_304 + (index * 32_771)}");
        string key = Text($"TEAM{index % SpaceCount}");
        string title = Text($"{Words(index, 4)} {index + 1}");
        DateTimeOffset created = s_begin.AddMinutes(index * 97).AddMilliseconds(index * 13 % 1000);
        return new PageFacts
        {
            Id = id,
            Status = index % 9 == 8 ? "archived" : "current",
            Title = title,
            SpaceId = Text($"{65_536 + (index % SpaceCount * 4_096)}"),
            ParentId = Text($"{98_304 + (index / 5 * 32_771)}"),
            ParentType = index % 11 == 10 ? "folder" : "page",
            Position = (index * 7_919) - 900_000,
            AuthorId = Account(index),
            OwnerId = Account(index * 5),
            LastOwnerId = index % 3 == 0 ? Account(index + 1) : null,
            CreatedAt = created,
            Version = new VersionFacts(created.AddDays(index % 60), index % 4 == 0 ? Words(index + 3, 5) : "", (index % 17) + 1, index % 6 == 0, Account(index * 3)),
            Body = withBody ? new BodyFacts("storage", Storage(index)) : null,
            Links = new LinkFacts(
                Text($"/spaces/{key}/pages/{id}/{Uri.EscapeDataString(title)}"),
                Text($"/pages/resumedraft.action?draftId={id}"),
                Text($"/x/{Convert.ToBase64String(Encoding.ASCII.GetBytes(id)).TrimEnd('=')}"),
                Text($"/spaces/{key}/pages/edit-v2/{id}")),
        };
    }

    /// <summary>Paragraphs, tables and macros as the editor stores them: attributes in quotes, line breaks, and words beyond ASCII.</summary>
    private static string Storage(int index)
    {
        StringBuilder text = new(BodyLength + 256);
        for (int block = 0; text.Length < BodyLength; block++)
        {
            int seed = (index * 31) + (block * 7);
            _ = (block % 4) switch
            {
                0 => text.Append(CultureInfo.InvariantCulture, $"<h2 local-id=\"h{seed}\">{Words(seed, 5)}</h2>\n"),
                1 => text.Append(CultureInfo.InvariantCulture, $"<p>{Words(seed, 40)}</p>\n"),
                2 => text.Append(CultureInfo.InvariantCulture, $"<p style=\"text-align: center;\">{Words(seed, 25)} <a href=\"https://example.com/r/{seed}\">{Words(seed + 1, 3)}</a></p>\n"),
                _ => text.Append(CultureInfo.InvariantCulture, $"<table data-layout=\"default\"><tbody><tr>\n\t<td><p>{Words(seed, 12)}</p></td>\n\t<td><p>{Words(seed + 2, 12)}</p></td>\n</tr></tbody></table>\n"),
            };
        }

        return text.ToString();
    }

    private static string Account(int index) => Text($"557058:{index % AuthorCount:x8}-7c1d-4a5e-9b3f-{index % AuthorCount * 104_729:x12}");

    private static string Words(int seed, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(position => s_words[((seed * 13) + (position * position) + (position * 5)) % s_words.Length]));

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
