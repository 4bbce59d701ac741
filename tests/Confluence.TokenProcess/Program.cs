// A process that shares tokens with others, for the tests of the store: it renews them as often as it is told, and writes a line for each time.
// Arguments: the authorization server, client id, client secret, the file of the tokens, how often, and "slow" to wait a second after each time.
using System.Net.Http.Headers;
using Confluence.Generated;

if (args.Length != 6 || !int.TryParse(args[4], out int times))
{
    Console.Error.WriteLine("Usage: Confluence.TokenProcess AUTHORIZATION-SERVER CLIENT-ID CLIENT-SECRET FILE TIMES slow|fast");
    return 2;
}

ConfluenceOAuthApp app = new(args[1], args[2], new OAuthAppOptions { AuthorizationAddress = new Uri(args[0]) });
OAuthCredential credential = new(app, new FileTokenStore(args[3]));
for (int i = 0; i < times; i++)
{
    AuthenticationHeaderValue refused = await credential.GetAuthorizationAsync(CancellationToken.None);
    if (!await credential.TryRenewAsync(refused, CancellationToken.None))
    {
        Console.Error.WriteLine("The token did not change.");
        return 1;
    }

    Console.WriteLine("renewed");
    if (args[5] == "slow")
    {
        await Task.Delay(TimeSpan.FromSeconds(1));
    }
}

return 0;
