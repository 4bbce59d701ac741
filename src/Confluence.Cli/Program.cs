using System.Runtime.InteropServices;
using System.Text;
using Confluence.Cli;
using Confluence.Cli.Streams;
using Confluence.Cli.Surroundings;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

using CancellationTokenSource interrupted = new();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

CliEnvironment environment = new()
{
    Input = Console.IsInputRedirected ? Console.In : new HiddenLine(),
    InputIsTerminal = !Console.IsInputRedirected,
    Output = StandardStreams.Output(),
    Error = StandardStreams.Error(),
    OutputIsTerminal = !Console.IsOutputRedirected,
    ErrorIsTerminal = !Console.IsErrorRedirected,
    Width = TerminalWidth(),
    Variable = Environment.GetEnvironmentVariable,
};
return await ConfluenceTool.RunAsync(args, environment, interrupted.Token);

// The first signal asks for an orderly end; a second one finds the default behaviour and ends the process at once.
void Interrupt(PosixSignalContext context)
{
    context.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
}

static int TerminalWidth() => Console.IsOutputRedirected || Console.WindowWidth < 40 ? 100 : Console.WindowWidth;
