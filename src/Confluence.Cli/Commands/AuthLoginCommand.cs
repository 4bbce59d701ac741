using System.CommandLine;
using Confluence.Cli.Kept;
using Confluence.Cli.Settings;
using Confluence.Cli.SignIn;
using Confluence.Cli.Surroundings;
using Confluence.Generated;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence auth login</c>: signs in with an API token or with an OAuth app, and keeps it for the other commands.</summary>
internal sealed class AuthLoginCommand
{
    public const string ClientIdVariable = "CONFLUENCE_OAUTH_CLIENT_ID";
    public const string ClientSecretVariable = "CONFLUENCE_OAUTH_CLIENT_SECRET";
    public const int DefaultPort = 8917;

    private readonly Option<bool> _tokenStdin = new("--token-stdin") { Description = "Sign in with an API token, which is read from standard input: its first line. Needs --site and --email." };
    private readonly Option<bool> _oauth = new("--oauth") { Description = "Sign in with an OAuth 2.0 app (3LO): prints the address of the page of consent, and waits for the browser." };
    private readonly Option<string?> _site = ListOptions.Text("--site", "SITE", "The site: your-company or https://your-company.atlassian.net. With --oauth it chooses among the sites that you consented to; the only one if not given.");
    private readonly Option<string?> _email = ListOptions.Text("--email", "EMAIL", "With --token-stdin: the e-mail address of the account that made the token.");
    private readonly Option<DateTimeOffset?> _expires = PointInTime.Option("--expires", "With --token-stdin: when the token ends, as its page says. auth status tells it.");
    private readonly Option<string?> _clientId = ListOptions.Text("--client-id", "ID", $"With --oauth: the client id of the app; {ClientIdVariable} if not given.");
    private readonly Option<bool> _clientSecretStdin = new("--client-secret-stdin") { Description = $"With --oauth: read the client secret from standard input, its first line; {ClientSecretVariable} if not given." };
    private readonly Option<int?> _port = WholeNumber.Option(
        "--port",
        FormattableString.Invariant($"With --oauth: the port that the browser comes back to; {DefaultPort} if not given. The app's callback URL must be http://127.0.0.1:PORT/callback."),
        minimum: 1,
        maximum: 65535);

    private readonly Option<string[]> _scopes = TextList.Option("--scope", "SCOPE", "With --oauth: ask for this scope only. May be repeated; all that the commands of the tool need if not given.");

    private readonly CommandRunner _runner;

    private AuthLoginCommand(CommandRunner runner) => _runner = runner;

    public static Command Create(CommandRunner runner)
    {
        AuthLoginCommand login = new(runner);
        Command command = new(
            "login",
            "Sign in, with --token-stdin or --oauth, and keep it. What was kept before is replaced when the sign-in has worked, and stays when it has not. "
            + "Secrets are never given as arguments.")
        {
            login._tokenStdin, login._oauth, login._site, login._email, login._expires, login._clientId, login._clientSecretStdin, login._port, login._scopes,
        };
        command.SetAction((parsed, cancellationToken) => AuthRun.RunAsync(parsed, runner, token => login.RunAsync(parsed, token), cancellationToken));
        return command;
    }

    /// <summary>Says which variables win over what is kept.</summary>
    public static void TellOfVariables(CliEnvironment environment, string word)
    {
        string[] present = SourceSettingsReader.Present(environment.Variable);
        if (present.Length > 0)
        {
            environment.Error.WriteLine($"Note: {SourceSettingsReader.List(present)} {(present.Length == 1 ? "is" : "are")} {word} set, and {(present.Length == 1 ? "wins" : "win")} over what is kept.");
        }
    }

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        CliEnvironment environment = _runner.Environment;
        bool isOAuth = command.GetValue(_oauth);
        if (isOAuth == command.GetValue(_tokenStdin))
        {
            throw new UsageException($"Give {(isOAuth ? "only one" : "one")} of {_tokenStdin.Name} (with an API token on standard input) and {_oauth.Name} (with an OAuth app).");
        }

        Option[] others = isOAuth ? [_email, _expires] : [_clientId, _clientSecretStdin, _port, _scopes];
        if (Array.Find(others, option => command.GetResult(option) is { Implicit: false }) is { } other)
        {
            throw new UsageException($"{other.Name} belongs to {(isOAuth ? _tokenStdin : _oauth).Name}. Leave it out.");
        }

        SignInFolder folder = AuthRun.Folder(environment);
        await (isOAuth ? ConsentAsync(command, folder, cancellationToken) : TokenAsync(command, folder, cancellationToken)).ConfigureAwait(false);
        TellOfVariables(environment, "also");
        return ExitCode.Done;
    }

    private async Task TokenAsync(ParseResult command, SignInFolder folder, CancellationToken cancellationToken)
    {
        CliEnvironment environment = _runner.Environment;
        string site = command.GetValue(_site) ?? throw new UsageException($"{_site.Name} is missing. Give the site that the token is for, such as {_site.Name} your-company.atlassian.net.");
        string email = command.GetValue(_email) ?? throw new UsageException($"{_email.Name} is missing. Give the e-mail address of the account that made the token.");
        ConfluenceSite parsed = Usable(_site.Name, () => ConfluenceSite.Parse(site));
        Usable(_email.Name, () => new ApiTokenCredential(email, "x"));
        string token = await SecretInput.ReadAsync(environment, _tokenStdin.Name, "API token", cancellationToken).ConfigureAwait(false);
        ApiTokenCredential credential = Usable(_tokenStdin.Name, () => new ApiTokenCredential(email, token) { ExpiresAt = command.GetValue(_expires) });
        await new TokenLogin(folder, _runner.Requests.Read(command), environment).RunAsync(parsed, credential, token, cancellationToken).ConfigureAwait(false);
    }

    private async Task ConsentAsync(ParseResult command, SignInFolder folder, CancellationToken cancellationToken)
    {
        CliEnvironment environment = _runner.Environment;
        string? site = command.GetValue(_site);
        if (site is not null && !Guid.TryParse(site, out _))
        {
            Usable(_site.Name, () => ConfluenceSite.Parse(site));
        }

        string clientId = command.GetValue(_clientId) ?? Variable(ClientIdVariable)
            ?? throw new UsageException($"The client id of the app is missing. Give {_clientId.Name}, or set {ClientIdVariable}; the app's settings in the developer console have it.");
        string secret = command.GetValue(_clientSecretStdin)
            ? await SecretInput.ReadAsync(environment, _clientSecretStdin.Name, "client secret", cancellationToken).ConfigureAwait(false)
            : Variable(ClientSecretVariable)
                ?? throw new UsageException($"The client secret of the app is missing. Set {ClientSecretVariable}, or pass it in with {_clientSecretStdin.Name}; the app's settings in the developer console have it.");
        string[] scopes = command.GetValue(_scopes) ?? [];
        ConsentRequest request = new(clientId, site, command.GetValue(_port) ?? DefaultPort, _port.Name, scopes.Length > 0 ? scopes : ToolOperations.Scopes);
        await new ConsentLogin(folder, _runner.Requests.Read(command), environment).RunAsync(request, secret, cancellationToken).ConfigureAwait(false);
    }

    private string? Variable(string name)
    {
        string? value = _runner.Environment.Variable(name);
        return string.IsNullOrWhiteSpace(value) ? null
            : Quotes.Surround(value) ? throw new UsageException($"{name}: {Quotes.Problem}. {Quotes.Remedy}")
            : value.Trim();
    }

    private static T Usable<T>(string option, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException exception)
        {
            throw new UsageException($"{option}: {SourceSettingsReader.MessageOf(exception)}");
        }
    }
}
