using Confluence.Cli.Surroundings;
using Confluence.Cli.Texts;

namespace Confluence.Cli.Doctor;

/// <summary>Writes findings as they come, each on a line, with what to do indented below it.</summary>
internal sealed class DoctorReport(CliEnvironment environment)
{
    private const int Indent = 6;
    private const int SmallestWidth = 40;

    private int _warnings;

    /// <summary>Gets how many checks failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Writes a finding.</summary>
    public void Add(Finding finding)
    {
        string sign = finding.Outcome switch
        {
            Outcome.Ok => "ok",
            Outcome.Warning => "warn",
            Outcome.Failed => "FAIL",
            Outcome.Note => "note",
            _ => "skip",
        };
        Failures += finding.Outcome == Outcome.Failed ? 1 : 0;
        _warnings += finding.Outcome == Outcome.Warning ? 1 : 0;

        // Elsewhere than on a terminal a finding is one line, however long, so that it can be searched for.
        int width = Math.Max(SmallestWidth, environment.Width - Indent - 1);
        string found = $"{SafeText.Of(finding.What)} \u2014 {SafeText.Of(finding.Text)}";
        foreach (string line in environment.OutputIsTerminal ? TextWrap.Lines(found, width) : [found])
        {
            environment.Output.Write(sign.PadRight(Indent) + line + "\n");
            sign = "";
        }

        if (finding.Remedy is not null)
        {
            foreach (string line in TextWrap.Lines(SafeText.Of(finding.Remedy), width))
            {
                environment.Output.Write(new string(' ', Indent) + line + "\n");
            }
        }
    }

    /// <summary>Writes what came out in all.</summary>
    public void End() => environment.Output.Write(
        $"\n{(Failures == 0 ? "Nothing failed" : Count(Failures, "check") + " failed")}{(_warnings == 0 ? "" : $", {Count(_warnings, "warning")}")}.\n");

    private static string Count(int count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");
}
