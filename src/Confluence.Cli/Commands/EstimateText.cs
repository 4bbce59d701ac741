using System.Globalization;
using Confluence.Generated.Retrieval;

namespace Confluence.Cli.Commands;

/// <summary>Says what a command would cost.</summary>
internal static class EstimateText
{
    public static void Write(RequestEstimate estimate, TextWriter output)
    {
        output.Write(string.Create(
            CultureInfo.InvariantCulture, $"This would cost about {estimate.Likely:N0} request{(estimate.Likely == 1 ? "" : "s")} (at least {estimate.Least:N0}).\n"));
        int width = estimate.Parts.Count == 0 ? 0 : estimate.Parts.Max(static part => Number(part).Length);
        foreach (RequestEstimatePart part in estimate.Parts)
        {
            output.Write($"  {Number(part).PadLeft(width)}  {part.Purpose}{(part.IsExact ? "" : " (estimated)")}\n");
        }
    }

    private static string Number(RequestEstimatePart part) => part.Requests.ToString("N0", CultureInfo.InvariantCulture);
}
