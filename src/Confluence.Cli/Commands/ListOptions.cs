using System.CommandLine;
using Confluence.Cli.Rendering;
using Confluence.Cli.Settings;
using Confluence.Generated.Retrieval;

namespace Confluence.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class ListOptions
{
    /// <summary>Makes the option that chooses the form of the results.</summary>
    public static Option<OutputFormat> Output() => Choice.One(
        "--output",
        "table: a table on a terminal, fields separated by tabs elsewhere. json: a line an object, as the site sent it, times to the millisecond, with a last member _retrieval. "
        + "csv: RFC 4180 for spreadsheets; a cell that one would take for a formula, or that begins with an apostrophe, gets an apostrophe in front. "
        + "csv-raw: RFC 4180 for programs, each text as it is.",
        OutputFormat.Table,
        [("table", OutputFormat.Table), ("json", OutputFormat.Json), ("csv", OutputFormat.Csv), ("csv-raw", OutputFormat.RawCsv)]);

    /// <summary>Makes the option that names spaces.</summary>
    public static Option<string[]> Spaces(string description = "Only in the space with this key, or with the key that it was renamed to; one request a key. Several keys stand with commas or blanks between them.") =>
        TextList.Option("--space", "KEY", description);

    /// <summary>Makes the option that chooses between pages and blog posts.</summary>
    public static Option<PageKind[]> Kinds(string description) => Choice.Several(
        "--kind", description, [("page", PageKind.Page), ("blogpost", PageKind.BlogPost)]);

    /// <summary>Makes the option that ends a list early.</summary>
    /// <param name="what">What is counted, in the plural.</param>
    public static Option<int?> Limit(string what) =>
        WholeNumber.Option("--limit", $"The largest number of {what} to list; all if not given.", 1, int.MaxValue);

    /// <summary>Makes the option that only tells the cost.</summary>
    public static Option<bool> Estimate() => new("--estimate") { Description = "Say what the command would cost in requests, and end." };

    /// <summary>Makes an option that takes one text.</summary>
    public static Option<string?> Text(string name, string helpName, string description)
    {
        Option<string?> option = new(name) { Description = description, HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string value }] && string.IsNullOrWhiteSpace(value))
            {
                result.AddError($"{name} is empty. Give a value, or leave {name} out.");
            }
        });
        return option;
    }

    /// <summary>Takes the first results, if there is a limit.</summary>
    public static IAsyncEnumerable<T> Limited<T>(this IAsyncEnumerable<T> results, int? limit) => limit is int count ? results.Take(count) : results;
}
