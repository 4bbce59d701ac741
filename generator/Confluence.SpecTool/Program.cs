using System.CommandLine;
using Confluence.SpecTool;
using Confluence.SpecTool.Commands;

var root = new RootCommand(
    """
    Reads the OpenAPI documents that this library is generated from.

    Exit codes: 0 success; 1 what stands in a file is wrong; 2 the command line is wrong or a file is missing;
    of diff also 3 a change breaks clients on the wire; 4 changes break callers of the library only; of drift also 5
    answers have something that the document does not know.
    Errors go to standard error, as file(line,column): error CONFnnn: text.
    """)
{
    ImportCommand.Create(),
    EffectiveCommand.Create(),
    NamesCommand.Create(),
    UpdateCommand.Create(),
    DiffCommand.Create(),
    DriftCommand.Create(),
    ExplainCommand.Create(),
};

try
{
    ParseResult result = root.Parse(args);
    if (result.Errors.Count > 0)
    {
        // The last error is the one about what was typed; a message with a list stands on several lines.
        string message = string.Join(' ', result.Errors[^1].Message.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        throw new ToolException(ExitCode.Usage, $"{message} See --help.");
    }

    return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (ToolException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return exception.ExitCode;
}
