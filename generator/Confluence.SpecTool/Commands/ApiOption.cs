using System.CommandLine;

namespace Confluence.SpecTool.Commands;

/// <summary><c>--as v2|v1</c>, which both commands have.</summary>
internal static class ApiOption
{
    public static Option<string> Create()
    {
        var option = new Option<string>("--as") { Description = "Which of the two APIs the document describes.", Required = true };
        option.AcceptOnlyFromAmong("v2", "v1");
        return option;
    }
}
