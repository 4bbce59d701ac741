using Confluence.SpecTool.Diff.Rules;

namespace Confluence.SpecTool.Diff.Report;

/// <summary>The words of reports for people.</summary>
internal static class ReportWords
{
    public static string Of(WireVerdict verdict) => verdict switch
    {
        WireVerdict.Breaks => "breaks",
        WireVerdict.MayBreak => "may break",
        WireVerdict.Holds => "holds",
        _ => "none",
    };

    public static IReadOnlyList<string> Of(Ways ways) =>
    [
        .. new[] { (Ways.Address, "in the address"), (Ways.Sent, "sent"), (Ways.Received, "received") }.Where(word => ways.HasFlag(word.Item1)).Select(word => word.Item2),
    ];
}
