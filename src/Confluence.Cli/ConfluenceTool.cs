using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Confluence.Cli.Commands;
using Confluence.Cli.Settings;
using Confluence.Cli.Streams;
using Confluence.Cli.Surroundings;
using Confluence.Cli.Texts;

namespace Confluence.Cli;

/// <summary>The whole tool, from the arguments to the exit code.</summary>
internal static class ConfluenceTool
{
    private const string Description = "Reads users, spaces, pages and activity of a Confluence Cloud site.";

    // A title or a key may begin with an @, and no file of arguments is meant by it.
    private static readonly ParserConfiguration s_parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs the tool.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="environment">The world around it.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, CliEnvironment environment, CancellationToken cancellationToken)
    {
        try
        {
            return await ParseAndRunAsync(arguments, environment, cancellationToken).ConfigureAwait(false);
        }
        catch (OutputClosedException)
        {
            return ExitCode.Done;
        }
        catch (OutputFailedException exception)
        {
            environment.Error.WriteLine($"{ToolVersion.Name}: {SafeText.Of(exception.Message)}");
            return ExitCode.Failed;
        }
        catch (Exception exception)
        {
            return UnexpectedFault.Tell(exception, arguments, environment);
        }
    }

    /// <summary>Makes the tree of commands and options.</summary>
    internal static RootCommand CreateRoot(CliEnvironment environment)
    {
        SourceOptions source = new();
        RequestOptions requests = new();
        CommandRunner runner = new(source, requests, environment);
        RootCommand root = new(Description)
        {
            UsersCommand.Create(runner),
            PagesCommand.Create(runner),
            ActivityCommand.Create(runner),
            SpacesCommand.Create(runner),
            ExportCommand.Create(runner),
            DoctorCommand.Create(runner),
            AuditCommand.Create(runner),
            AuthCommand.Create(runner),
        };
        root.SetAction(_ =>
        {
            string names = string.Join(", ", root.Subcommands.Select(command => command.Name));
            environment.Error.WriteLine($"{ToolVersion.Name}: No command given. Give one of {names}; see {ToolVersion.Name} --help.");
            return ExitCode.Usage;
        });
        source.AddTo(root);
        requests.AddTo(root);
        foreach (HelpOption option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpText(new HelpAction(), environment.Width);
        }

        return root;
    }

    private static async Task<int> ParseAndRunAsync(string[] arguments, CliEnvironment environment, CancellationToken cancellationToken)
    {
        ParseResult parsed = CreateRoot(environment).Parse(arguments, s_parsing);

        // An action that clears errors (help, version) answers whatever else stands on the line.
        if (parsed.Errors.Count > 0 && parsed.Action is not { ClearsParseErrors: true })
        {
            foreach (ParseError error in parsed.Errors)
            {
                environment.Error.WriteLine($"{ToolVersion.Name}: {SafeText.Of(error.Message)}");
            }

            environment.Error.WriteLine($"See {NameOf(parsed.CommandResult)} --help.");
            return ExitCode.Usage;
        }

        InvocationConfiguration configuration = new()
        {
            Output = environment.Output,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Names a command as it is typed, with those that it belongs to.</summary>
    private static string NameOf(CommandResult result) => result.Command is RootCommand ? ToolVersion.Name
        : $"{(result.Parent is CommandResult parent ? NameOf(parent) : ToolVersion.Name)} {result.Command.Name}";
}
