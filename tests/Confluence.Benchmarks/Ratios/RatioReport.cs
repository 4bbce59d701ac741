using System.Globalization;
using System.Runtime.InteropServices;
using Confluence.Benchmarks.Contenders;
using Confluence.Benchmarks.Documents;

namespace Confluence.Benchmarks.Ratios;

/// <summary>Measures all groups and prints a table of Markdown.</summary>
internal static class RatioReport
{
    private const double Kilobyte = 1024;

    public static void Print(TextWriter output, IReadOnlyList<ContenderGroup> groups, int rounds)
    {
        PrintConditions(output, rounds);
        foreach (ContenderGroup group in groups)
        {
            PrintGroup(output, group, RoundRobin.Measure(group, rounds));
        }
    }

    private static void PrintConditions(TextWriter output, int rounds)
    {
        output.WriteLine(Text($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores, {rounds} rounds in turns, 10th percentile of {RoundRobin.Clock}."));
        foreach (PageListDocument document in PageListDocument.All)
        {
            output.WriteLine(Text($"{document.Name}: {PageListDocument.PageCount} {document.Description}, {document.Utf8.Length:N0} bytes, {document.CountTokens():N0} tokens."));
        }

        output.WriteLine("x scan: time against Utf8JsonReader over the same document. x STJ: against System.Text.Json source-generated. All contenders had the same data.");
    }

    private static void PrintGroup(TextWriter output, ContenderGroup group, IReadOnlyList<Measurement> measurements)
    {
        Measurement scan = measurements[IndexOf(group, contender => contender.IsScan)];
        Measurement reference = measurements[IndexOf(group, contender => contender.IsReference)];
        output.WriteLine();
        output.WriteLine(Text($"| {group,-48} |       us | x scan | x STJ | KB allocated | x STJ |"));
        output.WriteLine("|:-------------------------------------------------|---------:|-------:|------:|-------------:|------:|");
        for (int i = 0; i < measurements.Count; i++)
        {
            Measurement one = measurements[i];
            output.WriteLine(Text(
                $"| {group.Contenders[i],-48} | {one.Time.TotalMicroseconds,8:F1} | {one.Time / scan.Time,6:F2} | {one.Time / reference.Time,5:F2} | {one.Allocated / Kilobyte,12:N1} | {(double)one.Allocated / reference.Allocated,5:F2} |"));
        }
    }

    private static int IndexOf(ContenderGroup group, Func<Contender, bool> predicate)
    {
        for (int i = 0; i < group.Contenders.Count; i++)
        {
            if (predicate(group.Contenders[i]))
            {
                return i;
            }
        }

        throw new InvalidOperationException($"The group '{group}' lacks its scan or its reference.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
