# Conformance runner: judges the payloads of a job with JSON::Validator.
use strict;
use warnings;
use File::Basename qw(dirname);
use File::Spec;
use JSON::PP ();

# Debian only recommends faster modules, and those decide some cases otherwise (const [1] and 1.0 in it): never use them
BEGIN { @ENV{qw(MOJO_NO_JSON_XS JSON_VALIDATOR_NO_SEREAL)} = (1, 1) }

my @CONFIGURATIONS = (    # draft, settings, asserts format
  ['2020-12',  'default', JSON::PP::true],
  ['draft-07', 'default', JSON::PP::true],
);

my $json = JSON::PP->new->utf8->canonical;
$| = 1;
$SIG{__WARN__} = sub { };    # a warning for every payload with a format that the library does not know

sub slurp {
  open my $file, '<:raw', $_[0] or die "$_[0]: $!\n";
  local $/;
  return scalar <$file> // '';
}

sub first_line {
  my ($line) = split /\n/, shift;
  $line =~ s/ at \S+ line \d+\.?$//;
  return substr $line, 0, 300;
}

# A user agent that fetches nothing: a reference to another document is an error
sub offline {
  my $ua = Mojo::UserAgent->new;
  $ua->on(start => sub { die "not fetched\n" });
  return $ua;
}

sub compile {
  my $schema = Mojo::JSON::decode_json(slurp(shift));
  return JSON::Validator->new(ua => offline())->schema($schema)->schema;
}

sub verdict {
  my ($schema, $line) = @_;
  my $errors = eval { my @errors = $schema->validate(Mojo::JSON::decode_json($line)); scalar @errors };
  return defined $errors ? $errors ? '0' : '1' : 'e';
}

my $job  = $ARGV[0];
my $path = sub { File::Spec->rel2abs($_[0], dirname(File::Spec->rel2abs($job))) };
my $groups = $json->decode(slurp($job))->{groups};
my $version = eval { require JSON::Validator; require Mojo::JSON; require Mojo::UserAgent; JSON::Validator->VERSION };
my $missing = $@;

for (@CONFIGURATIONS) {
  my ($draft, $settings, $asserts) = @$_;
  my $report = sub {
    my %head = (validator => 'JSON::Validator', version => $version, draft => $draft);
    print $json->encode({%head, settings => $settings, asserts => $asserts, group => @_}), "\n";
  };
  if (!defined $version) {
    $report->(undef, error => first_line($missing));
    next;
  }
  for my $group (grep { exists $_->{schemas}{$draft} } @$groups) {
    my ($schema, @lines);
    my $read = eval {
      $schema = compile($path->($group->{schemas}{$draft}));
      @lines  = split /\n/, slurp($path->($group->{payloads})), -1;
      1;
    };
    if (!$read) {
      $report->($group->{id}, error => first_line($@));
      next;
    }
    pop @lines if @lines && $lines[-1] eq '';    # what follows the last LF is no line
    $report->($group->{id}, verdicts => join '', map { verdict($schema, $_) } @lines);
  }
}
